"""What becomes of a recurring duty's date on a day off: 除节假日, 法定节假日除外, 遇休息日顺延."""

from __future__ import annotations

import re

from bot.core.wording import late

_OFF = r"(?:法定|国家)?(?:节假日|假日|节日|休息日|双休日?|公休日?|周末|周六(?:、|和|及)?周?日|星期六(?:、|和|及)?星期日|放假(?:期间|时间|日)?|假期)"
_ENGLISH_OFF = r"(?:(?:public|statutory|national|bank|legal) )?(?:holidays?|weekends?|days? off|non-working days?)"
_STAYS = late(
    rf"{_OFF}[^，。；\n]{{0,4}}(?:不休|照常|照报|也要|也得|也须|不停|不间断|不例外|在内|同样|正常)|(?<!不)(?:含|包括|包含){_OFF}", re.I
)
_NEXT = late(
    rf"{_OFF}[^，。；\n]{{0,4}}[，,]?(?:往后|向后)?(?:顺延|推迟|延后|延至|延到|后移|后推)"
    rf"|{_ENGLISH_OFF}[^.;]{{0,30}}(?:next|following) (?:working|business|work) ?day", re.I
)
_BEFORE = late(
    rf"{_OFF}[^，。；\n]{{0,4}}[，,]?(?:往前|向前)?提前"
    rf"|{_ENGLISH_OFF}[^.;]{{0,30}}(?:previous|preceding|last) (?:working|business|work) ?day", re.I
)
_SKIP = late(
    rf"(?:除了?|除去|除开|不含|不包括|不算|扣除|剔除|刨去){_OFF}"
    rf"|{_OFF}(?:期间|当天|里)?(?:可以?)?(?:除外|不用|不报|不交|不填|不需|不必|无需|免报|免交|停报|暂停|不计|不在此列|不值)"
    rf"|(?:except|excluding|excl\.|apart from|other than|not|skip(?:ping)?)(?: on| for| during)? {_ENGLISH_OFF}", re.I
)
_STATUTORY = late(r"法定|国家|(?:public|statutory|national|bank|legal) holiday", re.I)


def read_days_off(text: str) -> str:
    """`Recurrence.days_off` as the sentences about the duty say it; "" when they say nothing of days off."""
    if _STAYS.search(text):
        return ""
    for pattern, meaning in ((_NEXT, "next"), (_BEFORE, "before")):
        if pattern.search(text):
            return meaning
    found = _SKIP.search(text)
    if found is None:
        return ""
    both = re.search(r"双休|周末|休息日|公休|周六|星期六|weekend", found.group())
    return "skip_holidays" if _STATUTORY.search(found.group()) and not both else "skip"
