"""What the program's own role may do in PostgreSQL: everything its work needs, but never alter or delete what is only ever added."""

import re

from workflow.core.errors import UsageError

ONLY_ADDED = (
    "event", "acknowledgement", "register_act", "correction", "row_change", "seal", "seal_batch", "restoration", "vault_look",
    "commitment_report", "round_answer",
)  # fmt: skip
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")


def grants_for(role: str) -> tuple[str, ...]:
    """Return the statements, to be run by the owner of the tables after every upgrade; UsageError for a name that would need quoting.

    `checkpoint` may be updated in one column: to whom it was mailed.
    """
    if not _NAME.fullmatch(role):
        raise UsageError(f"ชื่อบทบาท “{role}” ใช้ไม่ได้", next_step="ใช้ตัวอักษรอังกฤษเล็ก ตัวเลข และขีดล่าง เช่น saraban_app")
    added = ", ".join(ONLY_ADDED)
    return (
        f"GRANT USAGE ON SCHEMA public TO {role};",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};",
        f"REVOKE UPDATE, DELETE, TRUNCATE ON {added} FROM {role};",
        f"REVOKE UPDATE, DELETE, TRUNCATE ON checkpoint FROM {role};",
        f"GRANT UPDATE (told) ON checkpoint TO {role};",
        f"REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON alembic_version FROM {role};",
    )
