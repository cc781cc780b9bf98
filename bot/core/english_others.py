"""English sentences about somebody or something else than the readers: when the council collects, how long a permit is good, what is called off.

A sentence that asks anything (please, must, your) is never one of them, and those who may be the readers (wardens,
each site, whoever is on duty) are never somebody else.
"""

from __future__ import annotations

import re

from bot.core.mentions import Mention
from bot.core.wording import late

_ASKS = late(r"\b(?:please|kindly|must|should|shall|needs? to|ha(?:ve|s) to|make sure|remember|don't forget|your?|yours|each of|every one of|asap)\b", re.I)
_READERS = (
    r"(?:duty|on-call|wardens?|leaders?|managers?|monitors?|teachers?|tutors?|supervisors?|nurses?|heads?|officers?|reps?|representatives?|members|colleagues?|volunteers?"
    r"|teams?|staff|shifts?|class|classes|wards?|sites?|lines?|departments?|units?|branch|branches|crews?|operators?|keepers?|foremen|foreman|employees|parents|pupils|students|everyone|everybody|all|each|both)"
)
_WORD = rf"(?!(?:you|we|i|{_READERS})\b)[A-Za-z][\w'’&-]*"
_NAMELESS = (
    r"(?:head office|headquarters|management|payroll|finance|accounts|hr|it|security|cleaners|window cleaners|auditors|inspectors|contractors|painters|couriers|deliveries|parcels|orders|results"
    r"|visitors|buses|trains|waste|rubbish|refuse|bins|mail|post|laundry|bills|invoices|wages|salaries|certificates|badges)"
)
_WHO = rf"(?:(?:the|our|an?|their|this|that) (?:{_WORD} ){{1,5}}?|{_NAMELESS} )"
_ACTS = (
    r"(?:meets?|takes? (?:its|their|his|her) own|holds? (?:its|their|his|her) own|comes?|calls?|collects?|empt(?:y|ies)|runs?|walks? (?:round|around|through|past)|reboots?|restarts?|reviews?|audits?|closes?|opens?|gets?|receives?|visits?"
    r"|patrols?|mows?|cleans?|delivers?|services?|swaps?|publish(?:es)?|issues?|pays?|backs? up|leaves?|departs?|arrives?|serves?|operates?|sits?|reads?|compares?|is (?:on site|in|here|open|in session)"
    r"|(?:is|are|gets?) (?:all )?(?:collected|emptied|cleaned|serviced|tested|backed up|restarted|reviewed|audited|published|paid|delivered|washed|mown|drained|locked|opened|shut|served|held|updated|refreshed|picked up|sent out|issued))"
)
_ALSO = r"(?:(?:also|usually|always|then|only|normally|itself|themselves|still|now|again) )?"
_OPENS = r"(?:^|[.;!?:(]\s*|\n\s*|, (?:but|and|while|as) )(?:(?:note|separately|meanwhile|as before|by the way|besides|also|for information|fyi)[,:]? )?"
_THEY_ACT = late(rf"{_OPENS}{_WHO}{_ALSO}{_ACTS}\b[^.;!?\n]{{0,60}}$", re.I)
_THEN_THEY_ACT = late(rf",? {_WHO}{_ALSO}{_ACTS}\b", re.I)
"""Every second Monday the safety board meets."""
_FIRST = late(r"(?:^|[.;!?:(\n])\s*(?:on )?$", re.I)
_AND_THEIRS = late(
    r"[^.;!?\n]{0,40}?[.;,(–—-]\s*(?:but |and |so )?(?:that|this|it|those|these|which)(?:'s|’s| is| are| was| does| do| has| concerns?)?"
    r" (?:for [\w ,'’-]{2,40}? only\b|(?:entirely |only )?(?:their|his|her|its) (?:own )?(?:job|business|task|affair|matter|duty|work)\b|(?:not|none of|no) (?:your|our|yours|ours|for you|for us|a matter for)\b"
    r"|not concern (?:you|us)\b|not affect (?:you|us)\b|nothing to do with\b|over\b|history\b|accounts only\b)"
    r"|[^.;!?\n]{0,40}?[.;,(–—-]\s*(?:but |and |so )?(?:(?:you|nobody|no one|none of you|we) (?:(?:need|needs|have|has) (?:not )?|(?:don't|don’t|do not|does not) (?:need|have) )(?:to )?(?:come|attend|be there|go|take part|do anything|act|worry)"
    r"|(?:you|we)(?:['’]re| are) not (?:needed|required|expected|invited|involved|wanted)|no need for you to (?:come|attend|act)|nothing for (?:you|us) to do|no action (?:is )?(?:needed|required))\b",
    re.I,
)
"""…every second Monday; that is for committee members only."""
_NEEDS_NOBODY = late(r"[^.;!?\n]{0,24}?\)? (?:needs?|requires?|involves?|concerns?|affects?) (?:nobody|no one|none of (?:you|us)|no (?:staff|attendance|action)|nothing (?:from|of) (?:you|us))\b", re.I)
"""The sprinkler test on 20 April needs nobody."""
_HAND_IN = r"(?:submit|send|e-?mail|upload|post|report|return|record|log|enter|note|hand in)s?"
_WHO_READS = rf"(?:please |(?:each|every|all|both) (?:[a-z'’-]+ ){{1,4}}?|(?:(?:the|our) (?:[a-z'’-]+ ){{0,2}}?)?{_READERS} )(?:(?:must|should|shall|will|please|to|then|also) )?"
_READERS_HAND_IN = late(rf",? {_WHO_READS}{_HAND_IN}\b", re.I)
_HANDED_IN_BY_READERS = late(rf"(?:^|[.;!?:\n]\s*|(?:\d|uary|march|april|may|june|july|august|ber|day| on),? ){_WHO_READS}{_HAND_IN}\b[^.;!?\n]{{0,70}}$", re.I)
"""Every Monday the class teachers send the absence list; wardens submit the visitor log on the 5th of each month."""
_HANDED = late(r"\b(?:submit|send|e-?mail|return|hand in|fill in|upload|report|record|log|enter|complete|reply|forward|post|fill|note|file|due|deadline|sign)s?\b", re.I)
_NOT_YET = late(r"\b(?:not|never|cannot|\w+n[’']t)\b(?! later| wait| leave)[^.;!?\n]{0,50}?\b(?:before|until|till)(?: the)? $", re.I)
_CONDITION = late(r"\b(?:if|unless|who|whoever|which|those|any|anyone|anything|whatever|received|returned|submitted|heard)\b", re.I)
"""The contractor does not come back before June; forms not received before June are another matter."""
_BACK_THEN = late(r"\blast (?:year|time|season|term|spring|summer|autumn|winter)\b(?!['’]s)[^.;!?\n]{0,40}? (?:was|were|had|took|got|came|went|sent|did|ran|held|needed|waited|\w{3,}ed)\b[^.;!?\n]{0,40}$", re.I)
"""Last year it took us until 15 May."""
_ENDS = late(r"\b(?:close|shut|end|due)\b", re.I)
"""Registration does not close until 20 March: until then it is open."""
_IS_OFF = late(
    r"(?: (?:date|deadline|meeting|session|one))?(?:,| in the [\w ]{2,24}| on the [\w ]{2,24}| given[\w ]{0,24}| mentioned[\w ]{0,24}| planned[\w ]{0,24}){0,2},? (?:is|was|has been|are|were|no longer|does not|will not|isn't)(?: now| simply| therefore)?"
    r" (?:off|wrong|void|dropped|withdrawn|cancelled|canceled|called off|out of date|outdated|obsolete|an? (?:typing |printing )?(?:error|mistake|typo|slip|misprint)|stands?|appl(?:y|ies)|valid|happening|taking place|take place)(?=[\s.,;:!)]|$)(?! (?:work|duty|limits|site|until|from|to)\b)",
    re.I,
)
_KEEPS_HOLDING = late(
    r"\b(?:appl(?:y|ies)|works?|is good|are good|is fixed|are fixed|lasts?|runs?|(?:am|is|are|will be|stays?|remains?) (?:closed|shut|blocked|out of order|out of use|valid|away|abroad|on (?:leave|holiday|business)))\b[^.;!?\n]{0,12} (?:until|till|through|from|between)(?: the)? $", re.I
)
_GOES_OUT = late(
    r"\b(?:parcels|letters|results|copies|certificates|cards|packs|goods|books|badges|cheques|payments|refunds|invitations|invoices|prizes|samples) (?:then |all )?(?:go|ship|leave|follow|are (?:sent|posted|mailed|handed|given|paid))(?: out| back| over| on)?(?: to (?:the )?[\w'’]{3,14}(?: (?!with)[\w'’]{3,14})?)? (?:on|by)(?: the)? $", re.I
)
"""…and parcels go to families on the 9th."""
_THEY_ANSWER = late(rf"{_OPENS}{_WHO}{_ALSO}(?:answers?|repl(?:y|ies)|decides?|responds?|processes|confirms?|refunds?|pays?|issues?|deals? with|gets? back|reviews?|checks?|handles?|looks? (?:at|into))\b[^.;!?\n]{{0,40}}$", re.I)
"""HR answers within two weeks."""
_HOLDS = late(rf"{_OPENS}(?:(?:{_WORD} ){{1,7}}|i |we )$", re.I)
_OF_DUTY = late(r"\b(?:this|it|these|that|readings?|checks?|reporting|registration|survey|portal|link|page|form|poll|booking|applications?|nominations?|(?:duty|arrangement|scheme|rhythm|measure|exercise|rule|routine|order|campaign|drive|inspection|course|training)s?)\b", re.I)
"""What itself goes on, or takes in what is handed in: its end is the reader's business."""


def _is_english(m: Mention) -> bool:
    return m.whole.isascii() or not any("一" <= c <= "鿿" for c in m.whole)


_TILL_HOUR = late(r",? (?:from )?\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm)?\s?(?:to|till|until|[-–—])", re.I)
_OPEN_HOURS = late(r"(?:^|[.;!?\n])[^.;!?:\n]{0,30}\b(?:hours|times|timetable|surgery|surgeries):? [^.;!?\n]{0,60}$", re.I)
"""Reading hours: every Tuesday 9 to 11 and every Friday 14 to 17."""


def rhythm_of_others(m: Mention) -> bool:
    """The county lab takes its own samples every other Tuesday; that is their job."""
    if _is_english(m) and _NOT_THIS.search(m.sentence_left):
        return True
    if (m.time.end_clock or _TILL_HOUR.match(m.right)) and not m.time.before and _is_english(m) and _OPEN_HOURS.search(m.sentence_left) and not _ASKS.search(m.whole):
        return True
    if not _is_english(m) or _ASKS.search(m.sentence_left) or (_ASKS.search(m.right) and not _AND_THEIRS.match(m.right)):
        return False
    if _THEY_ACT.search(m.sentence_left) or (_FIRST.search(m.sentence_left) and _THEN_THEY_ACT.match(m.right)):
        return True
    return _AND_THEIRS.match(m.text, m.end) is not None and _HANDED.search(m.whole) is None


def readers_hand_in(m: Mention) -> bool:
    """Whether a rhythm opens or ends a sentence that says what readers hand in then."""
    if not _is_english(m):
        return False
    return (_FIRST.search(m.sentence_left) is not None and _READERS_HAND_IN.match(m.right) is not None) or _HANDED_IN_BY_READERS.search(m.sentence_left) is not None


_NOT_THIS = late(r"(?:,|\bbut|\band|\bplease|\d|day) not(?: on| by| until)?(?: the)? $|\b(?:instead of|rather than)(?: on| by| until)?(?: the)? $", re.I)
"""Due on 2 December, not 4 December: the day that holds no more."""
_ARRIVES = late(r"\b(?:trains?|bus(?:es)?|coach|flights?|planes?|ferr(?:y|ies)|parcels?|shipments?|deliver(?:y|ies)(?: of [\w ]{3,30})?|visitors?|guests?|auditors?|inspectors?|engineers?|plumbers?|movers|baby|babies) (?:is|are|was|were) (?:now )?due(?: back| in| here)?(?: on| at| by)?(?: the)? $", re.I)
"""The auditors are due on 9 December: when somebody comes."""
_SUPPOSED = late(
    r"(?:^|[.;,!?]\s?)(?:but |and |so )?(?:if|unless|in case|should (?:the|it|this|that|there|any))\b[^.;!?\n]{3,120}\b(?:will|would|may|might|could|can) (?:then |probably |also )?be (?:extended|moved|postponed|pushed|put|brought|shifted|rescheduled)\b[^.;!?\n]{0,24}$", re.I
)
"""If it rains, the match will be moved to Friday: nothing has moved yet."""


_WORDS = r"(?:(?!(?:must|should|shall|will|to|please|can|may|have|has|need|make|sure|ensure|and)\b)[\w’'-]{1,20} )"
_STATE = r"(?:born|issued|hired|registered|bought|purchased|admitted|enrolled|employed|manufactured)"
_WHICH_ONES = late(
    rf"\b(?P<mine>if (?:you|your|the|their|his|her|its|an?|any|it|they|he|she|this|that) |whose |those who )?(?(mine)|(?:who|that|which|those) ){_WORDS}{{0,6}}?"
    rf"(?:ends?|ended|expires?|expired|lapses?|lapsed|runs? out|ran out|leaves?|left|joined|joins?|retires?|retired|moved in|moves? out|moved out|(?:was|were) {_STATE})"
    r" (?:on or )?(?:before|after|by|since|until|prior to|no later than)(?: the)? $"
    rf"|(?:^|[.;:,] ?|\b(?:for|of|all) ){_WORDS}{{0,3}}[\w’'-]{{2,20}}s (?:{_STATE}|expiring|ending|leaving|joining|retiring) (?:on or )?(?:before|after|since|until|prior to)(?: the)? $", re.I
)
_ITSELF = late(r"\b(?:registration|survey|portal|link|form|sign-?up|enrolment|poll|booking|voting|window|sale|application period|submission period|nominations?|course|training|campaign|deadline|collection|applications?)\b[^.,;:\n]{0,30}$", re.I)
"""If your permit expires before 30 June, those who left before May: which ones are meant; what the readers hand in through is another matter."""
_BY_THEM = late(r",? by (?:the )?(?:hq|head ?office|headquarters|board|council|county|ministry|bureau|auditors?|landlord|supplier|contractor|vendor|court|bank|organisers?|organizers?)(?=[\s]*(?:[.;)\n]|$))", re.I)
"""30 June at the latest, by HQ: who does it."""


_OPENS_AGAIN = late(
    r"\b(?:gates?|office|counter|site|canteen|shop|lift|elevator|road|bridge|car park|parking|library|pool|desk|plant|factory|entrance|building|warehouse|gym|clinic|reception)(?: then| only)? (?:re-?opens?|opens? again|(?:is|are) (?:back|open again)|will (?:re-?open|open again|be open again))(?: on| at)?(?: the)? $", re.I
)
"""Site closed (gate opens again Tue 7 Apr 06:30)."""
_WAS_DUE, _SINCE_MOVED = late(r"\b(?:were|was|had been) (?:originally |first |initially |to be )?due(?: in| back)?(?: on| by)?(?: the)? $", re.I), late(r"[^\n]{0,60}?\b(?:moved?|extend(?:ed)?|postponed?|push(?:ed)?|shift(?:ed)?|put (?:it |that |this )?back|new (?:date|deadline)|until|instead)\b", re.I)
"""The reports were due today. The editor has moved that to Thursday: a limit that holds no more."""
_HEAR_FROM_US = late(r"\b(?:hears?|(?:be|get) (?:notified|informed|told)) (?:back )?(?:from|by) (?:us|me|the [\w ]{3,24}?)(?: again)?(?:,)? (?:by|before|on|within)(?: the)? $", re.I)
_THEIR_PAPERS = late(
    r"\b(?:permits?|visas?|contracts?|badges?|pass(?:es)?|licen[cs]es?|leases?|(?:id |library |access )?cards?|insurance|cover(?:age)?|subscriptions?|certificates?|agreements?|warrant(?:y|ies)) (?:currently |still |all )?(?:runs?|lasts?|(?:is|are|remains?|stays?) (?:still )?(?:valid|good|in force))(?: on)? (?:until|till|to|through)(?: the)? $", re.I
)
"""Your present permits run until 5 April."""
_ALREADY_OURS, _HENCE = late(r"(?:^|[.;!?,:\n]\s?|\band )(?!your)(?:[\w’'-]{1,20} ){1,4}(?:has|have|needs?) to (?:be|go|have)\b[^.;,!?\n]{0,30} by(?: the)? $", re.I), late(r",? (?:so|hence|therefore|which is why)\b[^.;!?\n]{0,100}\b(?:must|needs?|please|ha(?:ve|s) to|should|by|before|no later)\b", re.I)
"""Our panel has to be printed by the 1st, so the pictures must reach me…: why the limit that follows is what it is."""


def date_of_others(m: Mention) -> bool:
    """Certificates are valid until 30 November; the first date, 14 October, is off; the plumber does not return until June."""
    if not _is_english(m):
        return False
    if _IS_OFF.match(m.right) or _BY_THEM.match(m.right) or _NEEDS_NOBODY.match(m.text, m.end) or _OPENS_AGAIN.search(m.sentence_left):
        return True
    left = m.sentence_left
    if (_WAS_DUE.search(left) and _SINCE_MOVED.match(m.text, m.end)) or _HEAR_FROM_US.search(left) or _THEIR_PAPERS.search(left) or (_ALREADY_OURS.search(left) and _HENCE.match(m.right)):
        return True
    if (which := _WHICH_ONES.search(left[-120:])) and (which["mine"] or _ITSELF.search(left[-120:]) is None):
        return True
    if _NOT_THIS.search(left) or _SUPPOSED.search(left) or _ARRIVES.search(left):
        return True
    if _ASKS.search(left):
        return False
    if not m.time.before and _AND_THEIRS.match(m.text, m.end) and _HANDED.search(m.whole) is None:
        return True
    if m.time.said.lower().startswith(("within", "in ")) and _THEY_ANSWER.search(left):
        return True
    if _BACK_THEN.search(left) or _GOES_OUT.search(left):
        return True
    if _NOT_YET.search(left) and not _CONDITION.search(left) and not (_ENDS.search(left) and _OF_DUTY.search(left)):
        return True
    holds = _KEEPS_HOLDING.search(left)
    return holds is not None and _HOLDS.search(left[: holds.start()]) is not None and _OF_DUTY.search(left) is None
