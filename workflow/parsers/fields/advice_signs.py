"""What stands before the entries of a list: a mark, a number, a letter that counts. Pure."""

COUNTING_LETTER = r"[ก-ฮ](?!\.[ก-ฮ]{1,4}\.)"  # ก. before an entry; ก.พ., ก.ตร., พ.ศ. are abbreviations
ROMAN = r"[IVX]{1,5}[.)](?=\s)"
LATIN = r"\(?[A-H]\)|[A-H]\.(?=\s)"
_NUMBER = r"\(?\d{1,2}\)|\d{1,2}\.(?!\d)"
SIGN = rf"(?:{ROMAN}|[-–—~=_•*·▪○●■□>✓+]|{_NUMBER}|\(?[ก-ฮ]\)|{COUNTING_LETTER}\.|{LATIN}|\.(?=\s))"
