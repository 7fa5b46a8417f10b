"""What is costly to make is made once a process."""

from unittest.mock import patch

import ahocorasick

from tawatur.lang.pack import load_pack
from tawatur.mark.all import mark_text

SENTENCE = "قُتل خمسة مدنيين في بلدة طفس صباح يوم الخميس"


def test_two_packs_asked_for_and_two_texts_marked_build_one_automaton():
    load_pack.cache_clear()
    with patch("ahocorasick.Automaton", wraps=ahocorasick.Automaton) as built:
        first = mark_text(SENTENCE, load_pack("ar"))
        second = mark_text(SENTENCE, load_pack("ar"))
    assert built.call_count == 1
    assert first == second
