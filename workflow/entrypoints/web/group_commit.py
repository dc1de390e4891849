"""Group commit: what many visitors ask at the same time is done by one writer in one transaction, and nobody is answered before it.

There is no timer: while one batch is committed the next one gathers, so that a lone visitor waits for nobody.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Generic, TypeVar

from workflow import failpoints
from workflow.core.errors import SarabanError, TryAgain

Item = TypeVar("Item")
Answer = TypeVar("Answer")
Waiting = tuple[Any, "asyncio.Future[Any]"]
WAITING_AT_MOST = 5_000
TOGETHER_AT_MOST = 500


class GroupCommit(Generic[Item, Answer]):
    """One writer's thread and the queue before it; `apply` commits a batch and returns an answer, or a refusal, for each item."""

    def __init__(
        self,
        apply: Callable[[Sequence[Item]], Sequence[Answer | SarabanError]],
        *,
        waiting: int = WAITING_AT_MOST,
        together: int = TOGETHER_AT_MOST,
    ) -> None:
        self._apply, self._most, self._together = apply, waiting, together
        self._queue: deque[Waiting] = deque()
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._working: asyncio.Task[None] | None = None
        self._closed = False

    async def ask(self, item: Item) -> Answer:
        """Return the answer once it is committed; its refusal is raised, TryAgain when too many wait or the server is closing."""
        if self._closed:
            raise TryAgain("ระบบกำลังปิด จึงยังไม่ได้บันทึกอะไร", next_step="ลองใหม่อีกครั้งในอีกสักครู่")
        if len(self._queue) >= self._most:
            raise TryAgain("มีผู้ใช้พร้อมกันมากเกินไป จึงยังไม่ได้บันทึกอะไร", next_step="ลองใหม่อีกครั้งในอีกสักครู่")
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._queue.append((item, future))
        if self._working is None or self._working.done():
            self._working = asyncio.get_running_loop().create_task(self._work())
        return await future

    async def close(self) -> None:
        """Take nothing more, finish what waits, then end the writer."""
        self._closed = True
        if self._working is not None and not self._working.done():
            await self._working
        self._writer.shutdown()

    async def _work(self) -> None:
        """Commit batch after batch until nobody waits."""
        while self._queue:
            batch = [self._queue.popleft() for _ in range(min(len(self._queue), self._together))]
            items = [item for item, _ in batch]
            answers = await asyncio.get_running_loop().run_in_executor(self._writer, self._commit, items)
            for (_, future), answer in zip(batch, answers, strict=True):
                _tell(future, answer)

    def _commit(self, items: Sequence[Item]) -> Sequence[Answer | BaseException]:
        """Commit them together; where that fails, one by one, so that one bad item harms nobody else."""
        try:
            answers = self._apply(items)
            failpoints.reached("words.committed")
        except Exception as error:  # noqa: BLE001 - whatever it is, it must reach the one whose item caused it, not everybody
            return [error] if len(items) == 1 else self._one_by_one(items)
        return answers

    def _one_by_one(self, items: Sequence[Item]) -> list[Answer | BaseException]:
        """Commit each alone; a database that is not there for one is not asked again for all the others."""
        answers: list[Answer | BaseException] = []
        for item in items:
            down = bool(answers) and isinstance(answers[-1], TryAgain)
            answers.append(answers[-1] if down else self._commit([item])[0])
        return answers


def _tell(future: "asyncio.Future[Any]", answer: object) -> None:
    """Wake whoever waits; a visitor who has gone away is not missed (what was asked is committed all the same)."""
    if future.done():
        return
    if isinstance(answer, BaseException):
        future.set_exception(answer)
    else:
        future.set_result(answer)
