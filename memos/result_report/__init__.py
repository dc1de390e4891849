"""result-report: the four-part staff paper (เรื่องเดิม ข้อเท็จจริง ข้อพิจารณา ข้อเสนอ) on a survey's result."""

from memos.result_report.kind import KIND

__all__ = ["KIND"]
