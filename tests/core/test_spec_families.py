"""Families of wordings for what pictures, videos and files must look like, in any order of the words."""

from __future__ import annotations

import pytest

from bot.core.models import Spec
from bot.core.normalise import normalise
from bot.core.specs import find_specs


def told(spec: Spec) -> str:
    """A spec in short: `photo:3-5 jpg min1 max5 dur60 cap land`, unsaid facts left out."""
    counts = f"{spec.count_min or ''}-{spec.count_max or ''}"
    words = [
        "" if counts == "-" else counts,
        *spec.formats,
        f"min{spec.size_min_mb}" if spec.size_min_mb else "",
        f"max{spec.size_max_mb}" if spec.size_max_mb else "",
        f"dur{spec.duration_max_s}" if spec.duration_max_s else "",
        "cap" if spec.caption else "",
        (spec.orientation or "")[:4],
    ]
    return f"{spec.item}:{' '.join(filter(None, words))}"


@pytest.mark.parametrize(
    ("text", "specs"),
    [
        ("出工照一条船一张，带水印", "photo:1-1"),
        ("本人领款照，一人一张，谁领谁签", "photo:1-1"),
        ("拆除前后各拍照1张，随台账一起报", "photo:2-2"),
        ("喷药前后各1张", "photo:2-2"),
        ("每处整改点2张照片，一前一后，下面写清货架号", "photo:2-2 cap"),
        ("照片两到四张横的 附说明", "photo:2-4 cap land"),
        ("一家挑4到6张照片，jpg原图，每张不低于2M，竖的不要全要横的，每张配一句话写明在哪拍的", "photo:4-6 jpg min2 cap land"),
        ("每人1张照片，JPG，横版，底下配一句话", "photo:1-1 jpg cap land"),
        ("摊位图片，一个摊位1到2张，要png，别低于2M", "photo:1-2 png min2"),
        ("听力素材录好，mp3，每段不超过3分钟", "file:mp3 dur180"),
        ("小结发邮箱，docx格式，不要pdf不要图片", "file:docx"),
        ("优秀手抄报拍照报送，每校不超过3幅，JPG，2M以内", "photo:-3 jpg max2"),
        ("雨情数据通过“防汛一张图”报", ""),
        ("每个塘口拍两张，一张近的一张远的", "photo:2-2"),
        ("竖拍视频一条，一分钟内", "video:1-1 dur60 port"),
        ("门头照1张、店内照2张", "photo:3-3"),
        ("正面、侧面、背面照片各一张", "photo:3-3"),
        ("牛耳标照，一头一张，要看得清号", "photo:1-1"),
        ("PPT不超过15页，20M以下", "file:ppt max20"),
        ("图片别用png，只要jpg，长边朝横", "photo:jpg land"),
        ("压缩包控制在50MB", "file:max50"),
        ("录像时长3—5分钟，mp4", "video:mp4 dur300"),
        ("施工前、施工中、施工后照片各2张", "photo:6-6"),
        ("每村选送两三幅摄影作品，原图不小于5M", "photo:2-3 min5"),
        ("证件照电子版，白底，jpg，200K以内", "photo:jpg max0.2"),
        ("电子稿 pdf 一份", "file:pdf"),
        ("扫成一个pdf，别超过8兆", "file:pdf max8"),
        ("每户门牌照一张，图下注户主姓名", "photo:1-1 cap"),
        ("配图3-5幅，横构图，单幅大于1M，附图说", "photo:3-5 min1 cap land"),
        ("短视频不长于45秒，竖屏，文件不大于100M", "video:max100 dur45 port"),
        ("3 landscape photos, JPG, each under 5 MB, with a caption", "photo:3-3 jpg max5 cap land"),
        ("One clip of at most 90 seconds, portrait", "video:1-1 dur90 port"),
        ("at least two photos per stall, each with a one-line caption", "photo:2- cap"),
        ("Scan it as a single PDF of no more than 10 MB", "file:pdf max10"),
        ("照片每组至少3张，最多6张", "photo:3-6"),
        ("照片10张以内，每张旁边写一句说明", "photo:-10 cap"),
        ("一个库房拍三张：门、窗、消防栓", "photo:3-3"),
        ("活动现场照片2张以上，不用写说明", "photo:2-"),
        ("视频、照片各一", "photo:1-1|video:1-1"),
        ("图片横竖不限，3张", "photo:3-3"),
        ("照片不少于2张不多于5张", "photo:2-5"),
        ("录一段1分半的视频介绍", "video:1-1 dur90"),
        ("讲解音频wav格式，5分钟以内", "file:wav dur300"),
        ("参会人员凭身份证照片入场", ""),
        ("会议视频回放看一下", ""),
        ("照片发来，横着的，不要竖的", "photo:land"),
        ("整改前后对比照一组两张", "photo:2-2"),
        ("每张照片大小2到5M之间，jpg或png", "photo:jpg png min2 max5"),
        ("航拍视频1个不超过500M，4K", "video:1-1 max500"),
        ("照片每户3张：厨房、卧室、卫生间各1张", "photo:3-3"),
        ("上传营业执照照片（清晰、四角齐全）", ""),
    ],
)
def test_what_is_said_of_pictures_videos_and_files(text: str, specs: str) -> None:
    assert "|".join(told(spec) for spec, _ in find_specs(normalise(text).text)) == specs
