"""What the columns of foreign files are called, where that is not the name or label of a field."""

from desktop.warroom.answers.comments import Comment
from desktop.warroom.records import (
    Coverage,
    Delivery,
    Person,
    Record,
    StaffGroup,
    StaffMessage,
    Task,
)
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import Shift, StaffMember
from desktop.warroom.staff_support import Pulse, Training
from desktop.warroom.staff_voices import Rumour, StaffQuestion

_TIME = ("time", "date", "when", "timestamp", "時間", "时间", "日期")
_LINK = ("url", "link", "連結", "链接", "网址", "網址")
_GROUP = ("team", "department", "unit", "部門", "部门", "班組", "班组")
_PHONE = ("mobile", "tel", "telephone", "電話", "电话")
_NOTE = ("notes", "comment", "comments", "remark", "remarks", "備註", "备注")

ELSEWHERE: dict[type[Record], dict[str, tuple[str, ...]]] = {
    Task: {
        "title": ("name", "what", "summary", "action", "任務", "任务", "事項", "事项"),
        "status": ("state", "column", "狀態", "状态"),
        "owner": ("assignee", "responsible", "who", "assigned to", "負責人", "负责人"),
        "due": ("deadline", "due date", "due at", "期限", "截止"),
        "note": ("description", *_NOTE),
    },
    Coverage: {
        "outlet": ("source", "media", "publication", "publisher", "媒體", "媒体"),
        "headline": ("title", "標題", "标题"),
        "url": _LINK,
        "published_at": ("published", "publication date", *_TIME, "發布時間", "发布时间"),
        "tone": ("sentiment", "語調", "语调", "情感"),
        "reach": ("audience", "potential reach", "impressions", "觸及", "触达"),
    },
    Comment: {
        "platform": ("channel", "network", "site", "source", "來源", "来源"),
        "who": ("author", "user", "user name", "name", "作者", "用戶", "用户", "暱稱", "昵称"),
        "text": ("comment text", "content", "message", "內容", "内容", "留言"),
        "url": _LINK,
        "posted_at": ("posted", "published", "created at", *_TIME, "發布時間", "发布时间"),
        "reach": ("followers", "views", "impressions", "粉絲數", "粉丝数", "觸及", "触达"),
        "tone": ("sentiment", "語調", "语调", "情感"),
    },
    StaffGroup: {
        "name": ("team", "department", "unit", "部門", "部门", "組", "组"),
        "headcount": ("people", "size", "staff", "count", "人數", "人数"),
        "note": _NOTE,
    },
    StaffMessage: {
        "title": ("subject", "標題", "标题"),
        "text": ("body", "content", "內容", "内容"),
        "sent_at": ("sent", *_TIME),
    },
    Delivery: {
        "message": ("staff message", "subject", "訊息", "消息"),
        "group": ("staff group", "team", "department", "部門", "部门"),
        "reported_at": ("reported", *_TIME),
    },
    Person: {
        "name": ("姓名",),
        "role": ("title", "function", "position", "職務", "职务"),
        "phone": ("mobile", "tel", "telephone", "電話", "电话"),
    },
    StaffMember: {
        "name": ("employee", "姓名"),
        "number": (
            *("employee number", "employee id", "staff id", "personnel number", "no"),
            *("工號", "工号", "員工編號"),
        ),
        "group": _GROUP,
        "manager": ("is manager", "主管", "经理", "經理"),
        "phone": _PHONE,
    },
    Shift: {
        "group": _GROUP,
        "starts_at": ("start", "begin", "from", "上班"),
        "ends_at": ("end", "until", "to", "下班"),
        "headcount": ("people on duty", "staff", "人數", "人数"),
    },
    Receipt: {
        "message": ("staff message", "subject", "訊息", "消息"),
        "member": (
            *("staff number", "number", "employee", "employee number", "name"),
            *("工號", "工号", "姓名"),
        ),
        "reached_at": ("delivered", "delivered at", "reached", "送達", "送达"),
        "read_at": ("read", "opened", "opened at", "已讀", "已读"),
        "confirmed_at": ("confirmed", "acknowledged", "確認", "确认"),
        "unreachable_why": ("reason", "unreachable", "bounced", "原因"),
    },
    StaffQuestion: {"question": ("concern", "text"), "group": _GROUP},
    Rumour: {"text": ("rumor", "what", "謠言", "谣言"), "group": _GROUP},
    Pulse: {
        **{
            name: (str(n),)
            for n, name in enumerate(("ones", "twos", "threes", "fours", "fives"), 1)
        },
        "group": _GROUP,
        "at": _TIME,
    },
    Training: {"what": ("course", "title"), "group": _GROUP},
}
