import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.read.decode import arabic_share, declared_encoding, decode_page, decode_text, utf16_without_mark
from tawatur.read.remark import Refusal

TEXT = "أصيب شخصان بجروح، صباح اليوم، في قصف على قرية المنارة.\r\nوقال شاهد: «سمعنا انفجارين»."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_text_that_says_its_encoding_is_read_without_a_remark(encoding: str):
    decoded = decode_text(TEXT.encode(encoding))
    assert (decoded.chars, decoded.remark) == (TEXT, None)


def test_utf16_in_big_endian_is_told_by_its_mark():
    assert decode_text(b"\xfe\xff" + TEXT.encode("utf-16-be")).chars == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [TEXT, "قصف", "Shelling in the north"])
def test_utf16_without_a_mark_is_told_by_its_pattern_and_remarked_on(encoding: str, text: str):
    decoded = decode_text(text.encode(encoding))
    assert decoded.chars == text
    assert decoded.remark is not None
    assert encoding.upper() in decoded.remark.message


@pytest.mark.parametrize(("encoding", "said"), [("cp1256", "Windows-1256"), ("iso8859_6", "ISO-8859-6")])
def test_old_arabic_encodings_are_told_apart_and_remarked_on(encoding: str, said: str):
    text = TEXT.replace("«", '"').replace("»", '"')
    decoded = decode_text(text.encode(encoding))
    assert decoded.chars == text
    assert decoded.remark is not None
    assert said in decoded.remark.message


@pytest.mark.parametrize("text", ["قصف على قرية المنارة", "مقتل شخصين", "هدنة يومين"])
def test_a_title_of_a_few_words_is_enough_to_tell_the_encoding(text: str):
    assert decode_text(text.encode("cp1256")).chars == text
    assert decode_text(text.encode("iso8859_6")).chars == text


def test_utf8_with_a_stray_byte_is_refused_at_that_byte():
    good = TEXT.encode()
    with pytest.raises(Refusal) as caught:
        decode_text(good + "قصف".encode("cp1256") + good)
    assert f"byte {len(good)} " in caught.value.remark.message
    assert "UTF-8" in caught.value.remark.mend


def test_windows_1256_with_some_utf8_in_it_is_refused():
    with pytest.raises(Refusal, match="mixed"):
        decode_text(TEXT.encode("cp1256") + "قصف".encode())


def test_utf8_cut_off_inside_a_letter_is_refused():
    data = TEXT.replace(".", "").encode()[:21]
    with pytest.raises(Refusal, match="byte 20 "):
        decode_text(data)


def test_utf16_cut_off_inside_a_letter_is_refused_at_that_byte():
    data = TEXT.encode("utf-16")[:-1]
    with pytest.raises(Refusal, match=f"byte {len(data) - 1} "):
        decode_text(data)


def test_a_european_text_in_an_old_encoding_is_refused_and_not_read_as_arabic():
    with pytest.raises(Refusal, match="not UTF-8"):
        decode_text("Ein Bericht über Gefechte und Verhandlungen".encode("cp1252"))


def test_line_ends_are_kept():
    assert decode_text(b"a\r\nb\rc\n").chars == "a\r\nb\rc\n"


def test_only_the_first_mark_is_dropped():
    assert decode_text(b"\xef\xbb\xbf\xef\xbb\xbfa").chars == "\ufeffa"


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04\x14\0", "zip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"\xd0\xcf\x11\xe0", "Office"),
        (b"SQLite format 3\0", "SQLite"),
    ],
)
def test_known_kinds_of_files_are_named(start: bytes, kind: str):
    with pytest.raises(Refusal, match=kind):
        decode_text(start + bytes(range(256)))


def test_a_nul_byte_is_no_text():
    with pytest.raises(Refusal, match="byte 5"):
        decode_text(b"abcde\0fghij")


def test_many_control_characters_are_no_text():
    with pytest.raises(Refusal, match="50% of its bytes are control"):
        decode_text(b"a\x01b\x02" * 100)


def test_one_control_character_in_a_text_is_kept():
    text = TEXT + "\x02" + TEXT
    assert decode_text(text.encode()).chars == text


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<meta charset="windows-1256">', "cp1256"),
        (b"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=ISO-8859-6'>".lower(), "iso8859-6"),
        (b'<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        (b'<meta charset="iso-8859-1">', "cp1252"),
        (b'<meta charset="rot13">', None),
        (b'<meta charset="utf-16">', None),
        (b'<meta charset="unicode_escape">', None),
        (b"<p>charset=windows-1256</p>", None),
        (b"", None),
    ],
)
def test_a_declared_encoding_is_found_where_it_is_one_of_text(head: bytes, name: str | None):
    assert declared_encoding(head) == name


def test_a_page_in_its_declared_encoding_needs_no_remark():
    page = f'<meta charset="windows-1256"><p>{TEXT}</p>'
    decoded = decode_page(page.encode("cp1256"))
    assert (decoded.chars, decoded.remark) == (page, None)


def test_a_page_that_is_utf8_is_read_so_whatever_it_declares():
    page = f'<meta charset="windows-1256"><p>{TEXT}</p>'
    assert decode_page(page.encode()).chars == page


def test_a_page_whose_bytes_do_not_fit_what_it_declares_is_told_by_its_letters():
    page = f'<meta charset="iso-8859-6"><p>{TEXT * 3}</p>'
    decoded = decode_page(page.encode("cp1256"))
    assert decoded.chars == page
    assert decoded.remark is not None


def test_the_share_of_arabic_is_none_of_a_text_that_the_encoding_cannot_hold():
    assert arabic_share("ق".encode("cp1256"), "iso8859_6") == 0.0
    assert arabic_share("ق".encode("cp1256"), "cp1256") == 1.0


def test_nothing_and_utf8_are_no_utf16():
    assert utf16_without_mark(b"") is None
    assert utf16_without_mark(TEXT.encode()) is None


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff", exclude_categories=["Cc"])))
def test_any_utf8_text_comes_back_as_it_was(text: str):
    # A few characters of U+0600 alternating with letters can look like another encoding only when they are controls.
    assert decode_text(text.encode()).chars == text


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused_with_a_mend(data: bytes):
    try:
        decode_text(data)
    except Refusal as refusal:
        assert refusal.remark.message.startswith("not read")  # noqa: PT017
        assert refusal.remark.mend  # noqa: PT017
