"""What the columns of foreign files are called, where that is not the name or label of a field."""

from desktop.warroom.records import (
    Coverage,
    Delivery,
    Person,
    Record,
    StaffGroup,
    StaffMessage,
    Task,
)

_TIME = ("time", "date", "when", "timestamp", "時間", "时间", "日期")
_LINK = ("url", "link", "連結", "链接", "网址", "網址")
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
}
