"""The door behind a link: its page to look at, its button to press. No log-in, no script, no cookie; the link itself is the key.

It answers the most requests of all, so it stands before the routes, past the steps that only they need, and reads no more than it
must. Looking (GET, HEAD) changes nothing: mail scanners open every link they see.
"""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from workflow.core.errors import NotFound, SarabanError
from workflow.core.evidence_level import EvidenceLevel
from workflow.core.link import Link, read_token
from workflow.core.when import When
from workflow.entrypoints.web.problems import saraban_problem, show_problem
from workflow.entrypoints.web.views import html
from workflow.routing.acknowledging import Word
from workflow.services.show_link import show_link
from workflow.services.take_words import LINK_UNKNOWN, Spoken

ALLOWED = ("GET", "HEAD", "POST")
BODY_AT_MOST = 10_000  # a press of the button carries nothing


class LinkDoor:
    """Answers `/a/{token}`, and lets every other address pass."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        here, _, token = str(scope.get("path", "")).partition("/a/")
        if scope["type"] != "http" or here or not token or "/" in token:
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            answer = await _answer(request, token)
        except NotFound:
            answer = show_problem(404, *LINK_UNKNOWN)
        except SarabanError as error:
            answer = await saraban_problem(request, error)
        await answer(scope, receive, send)


async def _answer(request: Request, token: str) -> Response:
    method, state = request.method, request.app.state
    if method not in ALLOWED:
        return Response(status_code=405, headers={"Allow": ", ".join(ALLOWED)})
    link = read_token(token, state.desk.link_key())
    if link is None:
        raise NotFound(LINK_UNKNOWN[0], next_step=LINK_UNKNOWN[1])
    when = When(state.now())
    if method != "POST":
        view = await run_in_threadpool(show_link, state.desk, link, when)
        return html("link.html.j2", view=view, token=token)
    return await _press(request, token, link, when)


async def _press(request: Request, token: str, link: Link, when: When) -> Response:
    read = 0
    async for part in request.stream():
        read += len(part)
        if read > BODY_AT_MOST:
            return show_problem(413, "คำขอใหญ่เกินไป", "เปิดลิงก์แล้วกดปุ่มในหน้านั้น")
    word = Word(when, evidence=EvidenceLevel.LINK)
    said = await request.app.state.words.ask(Spoken(link.dispatch, word, link=link))
    return html("link-said.html.j2", said=said, token=token)
