"""Notices that have nothing to do with one another, as many as a test wants."""

from __future__ import annotations

from datetime import datetime, timedelta

_WHAT = (
    "秸秆禁烧巡查台账", "独居老人走访记录", "森林防火值守表", "农村厕所摸排数据", "低保复核名单", "防汛沙袋库存",
    "校车线路登记表", "残疾人补贴花名册", "耕地撂荒整改照片", "医保参保人数", "电动车充电桩隐患清单", "退役军人信息",
    "危房改造进度", "河道清理长度", "食品小作坊备案", "消防栓完好情况", "种粮补贴面积", "适龄儿童入学统计",
    "冬小麦播种进度", "志愿者服务时长", "留守儿童监护情况", "养老金认证人数", "垃圾分类宣传照片", "反诈宣传截图",
    "党费收缴明细", "灾害信息员名册", "公益性岗位考勤", "村级财务公开照片", "动物防疫密度", "自来水水质检测单",
)  # fmt: skip
_WHO = (
    "县农业农村局",
    "县民政局",
    "县应急局",
    "县住建局",
    "县教育局",
    "县卫健局",
    "县人社局",
    "县水利局",
    "镇党政办",
    "镇综治办",
)


def notice(number: int, at: datetime) -> str:
    """The notice of that number, to be handed in some days after `at`; different numbers are different duties."""
    what, who = _WHAT[number % len(_WHAT)], _WHO[(number * 7 + number // len(_WHAT)) % len(_WHO)]
    day = at + timedelta(days=3 + number % 17)
    year = 2000 + number
    return f"{who}：请各村于{day.month}月{day.day}日{9 + number % 9}时前报送{what}（第{year}批），发经办人邮箱 b{number}@a.cn。"
