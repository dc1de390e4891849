"""The tables that the seal leaves out, each with the reason: nothing that anybody could be held to stands in them."""

from collections.abc import Mapping

NO_RECORD: Mapping[str, str] = {
    "register_counter": "checked against the register's lines by every verify (store/derived.py)",
    "seal": "the chain itself",
    "seal_batch": "the chain itself",
    "checkpoint": "signed with a key that lies outside the database",
    "tally": "counted again from the dispatches by check tallies",
    "roll": "counted again every few seconds",
    "roll_up": "counted again every few seconds",
    "day_mark": "counted again when something moved",
    "day_line": "counted again when something moved",
    "day_sum": "counted again when something moved",
    "chart_seat": "the chart of a day, named by what it says; a dispatch keeps its own unit, post and reason",
    "calendar_version": "a copy of the office's file of holidays; a dispatch keeps its own day",
    "copy_master": "made again from the memo at any time; a signed one proves itself",
    "memo_copy": "made again from the memo and its dispatches",
    "merge_run": "the program's own work: how far a merge has come",
    "merge_piece": "the program's own work: how far a merge has come",
    "sending_list": "the program's own work: addressees not written yet; each becomes a dispatch",
    "dispatch_choice": "not sent yet; what is sent becomes a sending and its dispatches",
    "worker_node": "who works now",
    "pulse": "when this database was last written",
    "roster": "taken over anew from the personnel system; a dispatch keeps its own unit, post and reason",
    "login_attempt": "counters against guessing, forgotten within the hour",
    "totp_used": "the last code used, so that none is good twice",
    "calendar_feed": "a read-only address that its owner changes at will",
}
