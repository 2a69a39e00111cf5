"""Texts in another language: told, and not read as if they were English."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.corpus.model import Interval
from knowledge.intake.add.incoming_article import read_article
from knowledge.intake.add.library import Library, add_text
from knowledge.intake.read.head import Head
from knowledge.text.language import is_other_language
from tests.knowledge.intake.read.reading_texts import list_said

TEXTS = Path(__file__).parents[3] / "texts"
GIVEN = "date inferred from an outside fact: given by the curator"
DAY = Interval(from_=date(2025, 5, 17), to=date(2025, 5, 17), basis=GIVEN)
OTHERS = {
    "French": "La maire d’Ostby, Marta Quill, a déclaré lundi que le fleuve resterait fermé aux bacs. « Nous ne paierons pas ce péage, dit-elle, et personne ne nous a demandé notre avis depuis un an. » Le conseil se réunit à nouveau à la fin du mois pour entendre les pêcheurs des deux rives.",
    "German": "Die Bürgermeisterin von Ostby, Marta Quill, sagte am Montag, der Fluss bleibe für die Fähren gesperrt. „Wir werden diese Maut nicht zahlen“, sagte sie, „und niemand hat uns im ganzen Jahr gefragt.“ Der Rat kommt am Ende des Monats wieder zusammen, um die Fischer beider Ufer zu hören.",
    "Spanish": "La alcaldesa de Ostby, Marta Quill, dijo el lunes que el río seguirá cerrado a los transbordadores. “No pagaremos este peaje”, dijo, “y nadie nos ha preguntado en todo el año”. El consejo se reúne otra vez a fin de mes para escuchar a los pescadores de las dos orillas.",
    "Dutch": "De burgemeester van Ostby, Marta Quill, zei maandag dat de rivier voor de veerboten gesloten blijft. “We gaan deze tol niet betalen,” zei ze, “en niemand heeft ons in het hele jaar iets gevraagd.” De raad komt aan het einde van de maand weer bijeen om de vissers te horen.",
    "Danish": "Borgmesteren i Ostby, Marta Quill, sagde mandag, at floden forbliver lukket for færgerne. “Vi betaler ikke den afgift,” sagde hun, “og ingen har spurgt os i hele året.” Rådet mødes igen i slutningen af måneden for at høre fiskerne fra begge bredder og deres forslag.",
    "Russian": "Мэр Остби Марта Куилл заявила в понедельник, что река останется закрытой для паромов. «Мы не будем платить эту пошлину, — сказала она, — и нас никто не спрашивал целый год». Совет снова соберётся в конце месяца, чтобы выслушать рыбаков с обоих берегов.",
    "Japanese": "オストビーのマルタ・クイル市長は月曜日、川は引き続き渡し船に対して閉鎖されると述べた。「私たちはこの通行料を払わない」と市長は語った。" * 4,
}  # fmt: skip


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_in_another_language_is_told_and_gives_no_quotations(language):
    text = OTHERS[language]
    read = read_article(text.encode(), Head(published=DAY))
    assert any("not in English" in note for note in read.notes)
    assert list_said(text) == []


def test_an_english_text_with_foreign_words_in_it_is_read():
    text = (
        "“We will not pay for any of it,” Marta Quill said on Monday, after the council had met. "
        "The ferrymen, who call the toll “le péage de la honte”, said that they would not sail."
    )
    assert not is_other_language(text * 3)
    assert ("We will not pay for any of it", "Marta Quill") in [
        (words.rstrip(","), speaker.title()) for words, speaker in list_said(text)
    ]


def test_an_english_text_with_a_refrain_in_it_is_read():
    text = (
        "“We will not pay for any of it,” Marta Quill said on Monday, after the council had met. "
        "The ferrymen said that they would not sail until their toll was dropped by the board."
    )
    assert not is_other_language(text + " Snow fell all day." * 150)


@pytest.mark.parametrize("names", ["Quill, Osei, Kim, Noh", "Marta Quill\n" * 5, ""])
def test_of_a_few_names_no_language_is_known(names):
    assert not is_other_language(names)


def test_the_invented_texts_are_english():
    texts = [file.read_text(encoding="utf-8") for file in TEXTS.rglob("*.txt")]
    assert len(texts) > 1
    assert not any(map(is_other_language, texts))


def test_a_text_in_another_language_is_kept_without_statements(tmp_path):
    (tmp_path / "articles").mkdir()
    library = Library.open(tmp_path, tmp_path / "texts")
    added = add_text(library, OTHERS["German"].encode(), Head(published=DAY))
    assert added.statements == 0
    assert any("not in English" in note for note in added.notes)
