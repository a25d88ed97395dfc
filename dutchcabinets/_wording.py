"""The words that the package itself says to people, in English and in Dutch.

Labels of codes are not here: they stand in the table `codes`.
"""

from __future__ import annotations

from dutchcabinets import _package

LANGUAGES = ["en", "nl"]

WORDS: dict[str, tuple[str, str]] = {
    # Headings of columns.
    "against": ("against", "tegen"),
    "actor": ("actor", "actor"),
    "cabinet_id": ("cabinet id", "id kabinet"),
    "cause": ("cause", "oorzaak"),
    "codes": ("codes", "codes"),
    "column": ("column", "kolom"),
    "counted": ("counted as", "geteld als"),
    "date": ("date", "datum"),
    "days": ("days", "dagen"),
    "days_inclusive": ("both ends counted", "beide dagen meegeteld"),
    "definition": ("definition", "definitie"),
    "description": ("description", "beschrijving"),
    "differs": ("differs", "wijkt af"),
    "end_date": ("to", "tot"),
    "end_reason": ("left because", "weg wegens"),
    "formation_id": ("formation id", "id formatie"),
    "id": ("id", "id"),
    "issue": ("issue", "kwestie"),
    "kind": ("kind", "soort"),
    "label": ("measure", "maat"),
    "match": ("match", "overeenkomst"),
    "measure": ("measure", "maat"),
    "mechanism": ("mechanism", "mechanisme"),
    "n_ministers": ("ministers", "ministers"),
    "n_state_secretaries": ("state secretaries", "staats- secretarissen"),
    "name": ("name", "naam"),
    "note": ("what to know", "wat men moet weten"),
    "of": ("of", "van"),
    "outcome": ("outcome", "afloop"),
    "title": ("title", "titel"),
    "pages": ("pages", "pagina's"),
    "parties": ("parties", "partijen"),
    "party_id": ("party", "partij"),
    "person_id": ("person id", "id persoon"),
    "post": ("post", "ambt"),
    "prime_minister_id": ("led by", "leider"),
    "printed": ("printed", "gedrukt"),
    "rank": ("rank", "rang"),
    "role": ("role", "rol"),
    "row": ("one row is", "één rij is"),
    "seats_ek": ("seats Eerste Kamer", "zetels Eerste Kamer"),
    "seats_tk": ("seats Tweede Kamer", "zetels Tweede Kamer"),
    "sources": ("sources that agree", "bronnen die het zeggen"),
    "start_date": ("from", "van"),
    "status": ("status", "status"),
    "step": ("what happened", "wat er gebeurde"),
    "table": ("table", "tabel"),
    "task": ("task", "opdracht"),
    "type": ("type", "type"),
    "unit": ("unit", "eenheid"),
    "value": ("value", "waarde"),
    "what": ("what", "wat"),
    # Headings of the parts of a cabinet.
    "section_parties": ("Parties", "Partijen"),
    "section_formation": ("Formation", "Formatie"),
    "section_rounds": ("Who bargained with whom", "Wie met wie onderhandelde"),
    "section_agreements": ("Agreement", "Akkoord"),
    "section_lengths": ("Lengths", "Duur"),
    "section_ministers": ("Ministers", "Ministers"),
    "section_phases": ("Phases", "Fasen"),
    "section_falls": ("Crises and fall", "Crises en val"),
    "section_causes": ("Causes", "Oorzaken"),
    "section_sources": ("Who says so", "Wie zegt het"),
    # Lines about a cabinet.
    "in_office_from": ("in office", "in functie"),
    "resignation": ("resignation", "ontslagaanvraag"),
    "prime_minister": ("prime minister", "minister-president"),
    "leader": ("led by", "geleid door"),
    "seats": ("seats", "zetels"),
    "election": ("election", "verkiezing"),
    "previous": ("came after", "kwam na"),
    "next": ("followed by", "gevolgd door"),
    "also": ("also called", "ook genoemd"),
    "remark": ("note", "opmerking"),
    "support": ("support", "gedoogsteun"),
    "formation": ("formation", "formatie"),
    "span": ("{start} to {end}", "{start} tot {end}"),
    "since": ("since {start}", "sinds {start}"),
    "seats_of": ("{seats} of {all} in the {chamber}", "{seats} van {all} in de {chamber}"),
    "commissions": (
        "{commissions} commissions, failed attempts: {failed}",
        "{commissions} opdrachten, mislukte pogingen: {failed}",
    ),
    "after_election": ("after an election", "na een verkiezing"),
    "after_fall": ("after a fall", "na een val"),
    "vote": ("vote", "stemming"),
    "vote_of": (
        "{subject}: {result}, {votes_for} to {votes_against}",
        "{subject}: {result}, {votes_for} tegen {votes_against}",
    ),
    "rank_of": ("{rank} of {of}", "{rank} van {of}"),
    "ministers_note": (
        "Those without days came and went with the cabinet.",
        "Wie zonder dagen staat, kwam en ging met het kabinet.",
    ),
    "lengths_note": (
        "Rank 1 is the longest of all since 1848 under that definition.",
        "Rang 1 is de langste van alle sinds 1848 volgens die definitie.",
    ),
    # Cells whose sources are told.
    "cell_start_date": ("inauguration", "beëdiging"),
    "cell_resignation_date": ("resignation", "ontslagaanvraag"),
    "cell_end_date": ("end", "einde"),
    "cell_prime_minister": ("prime minister", "minister-president"),
    "cell_parties": ("parties", "partijen"),
    "cell_seats_tk": ("seats, Tweede Kamer", "zetels, Tweede Kamer"),
    "cell_seats_ek": ("seats, Eerste Kamer", "zetels, Eerste Kamer"),
    "cell_cabinet_type": ("kind of cabinet", "soort kabinet"),
    "cell_formation_days": ("length of the formation", "duur van de formatie"),
    "cell_fall_cause": ("how it fell", "hoe het viel"),
    # Values.
    "unknown": ("unknown", "onbekend"),
    "none_yet": ("not yet", "nog niet"),
    "in_office": ("in office", "in functie"),
    "running": ("running", "loopt nog"),
    "yes": ("yes", "ja"),
    "no": ("no", "nee"),
    "acting": ("acting", "waarnemend"),
    "from_day": ("from {day}", "vanaf {day}"),
    "until_day": ("until {day}", "tot {day}"),
    "days_of": ("{days} days", "{days} dagen"),
    "one_day": ("1 day", "1 dag"),
    "nobody": ("Nobody held such a post on that day.", "Niemand had die dag zo'n ambt."),
    "nothing": ("Nothing has that length.", "Niets heeft die duur."),
    "printed_so": (
        "Published claims tested that print it so: {printed}.",
        "Getoetste gepubliceerde uitspraken die het zo drukken: {printed}.",
    ),
    "refuted_so": (
        "{days} days; published claims that print {length} for it, refuted: {refuted}.",
        "{days} dagen; gepubliceerde uitspraken die {length} drukken, weerlegd: {refuted}.",
    ),
    "no_match": (
        "No length of this cabinet or its formation is that, or near it; all are:",
        "Geen duur van dit kabinet of zijn formatie is zo lang, of bijna; dit zijn ze alle:",
    ),
    "as_of": ("What runs is counted up to {day}.", "Wat nog loopt is geteld tot {day}."),
    "difference": ("difference", "verschil"),
    "both ends": ("both ends", "beide dagen"),
    "exact": ("exact", "precies"),
    "rounded": ("rounded", "afgerond"),
    "near": ("near", "dichtbij"),
    "other": ("other", "anders"),
    "appointment": ("post", "ambt"),
    "commission": ("commission", "opdracht"),
    "premiership": ("premiership", "premierschap"),
    "measure_formation": ("formation", "formatie"),
    "measure_cabinet": ("cabinet: inauguration to handover", "kabinet: beëdiging tot overdracht"),
    "measure_full": ("full powers", "missionair"),
    "measure_caretaker": ("caretaker", "demissionair"),
    "measure_premiership": ("premiership", "premierschap"),
    "measure_term": ("term in one portfolio", "termijn op één post"),
    "measure_stage": ("one commission", "één opdracht"),
    # What a reader should know of a measure.
    "note_cabinet": (
        "From the swearing-in to the handover, with the time as caretaker.",
        "Van de beëdiging tot de overdracht, de demissionaire tijd inbegrepen.",
    ),
    "note_full": (
        "Only the time before the offer of resignation, or after it was withdrawn.",
        "Alleen de tijd voor de ontslagaanvraag, of nadat die was ingetrokken.",
    ),
    "note_caretaker": (
        "From the offer of resignation to the handover or the withdrawal.",
        "Van de ontslagaanvraag tot de overdracht of de intrekking.",
    ),
    "note_premiership": (
        "The unbroken premiership, over all cabinets in a row.",
        "Het ononderbroken premierschap, over alle opeenvolgende kabinetten.",
    ),
    "note_stage": (
        "One commission to one person; those before and after are left out.",
        "Eén opdracht aan één persoon; die ervoor en erna tellen niet mee.",
    ),
    "note_days_of_scouting": (
        "Days on which a scout was at work, gaps left out; only since 2012.",
        "Dagen waarop een verkenner werkte, zonder de gaten; pas sinds 2012.",
    ),
    "note_election_to_agreement_approved": (
        "Ends when the last group in parliament approved the agreement: no cabinet yet.",
        "Eindigt als de laatste fractie het akkoord goedkeurt: er is dan nog geen kabinet.",
    ),
    "note_election_to_agreement_presented": (
        "Ends when the agreement was made public: no cabinet yet.",
        "Eindigt als het akkoord openbaar wordt: er is dan nog geen kabinet.",
    ),
    "note_election_to_agreement_reached": (
        "Ends when the negotiators agreed: no cabinet yet. The press often counts so.",
        "Eindigt als de onderhandelaars het eens zijn: nog geen kabinet. De pers telt vaak zo.",
    ),
    "note_election_to_eve_of_inauguration": (
        "One day less than to the swearing-in; some tables count so.",
        "Eén dag minder dan tot de beëdiging; sommige tabellen tellen zo.",
    ),
    "note_election_to_inauguration": (
        "The usual length of a formation after an election.",
        "De gebruikelijke duur van een formatie na een verkiezing.",
    ),
    "note_first_commission_to_inauguration": (
        "Starts at the first informateur or formateur; scouts do not count.",
        "Begint bij de eerste informateur of formateur; verkenners tellen niet.",
    ),
    "note_first_scout_to_inauguration": (
        "Starts at the first scout; only since 2012.",
        "Begint bij de eerste verkenner; pas sinds 2012.",
    ),
    "note_resignation_to_inauguration": (
        "Starts at the resignation of the cabinet before, which may be long before an election.",
        "Begint bij de ontslagaanvraag van het vorige kabinet, soms lang voor een verkiezing.",
    ),
    "note_resignation_to_withdrawal": (
        "A crisis that was mended: the cabinet went on.",
        "Een crisis die werd gelijmd: het kabinet ging door.",
    ),
    "note_successful_attempt": (
        "Starts after the last commission that failed.",
        "Begint na de laatste opdracht die mislukte.",
    ),
    "note_sum_of_commissions": (
        "Days on which an informateur or formateur was at work, gaps left out.",
        "Dagen waarop een informateur of formateur werkte, zonder de gaten.",
    ),
}

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
SHORT_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
}


def language(lang: str) -> str:
    """A language of ours. Raises ValueError that names those that there are."""
    if lang not in LANGUAGES:
        raise _package.unknown("language", lang, LANGUAGES)
    return lang


def word(key: str, lang: str, **parts: object) -> str:
    """A word or sentence in a language, its gaps filled."""
    return WORDS[key][LANGUAGES.index(lang)].format(**parts)


def years_in_words(label: str, lang: str) -> str:
    """The years of a formation, some of which name a month: 1945 (February), 1945 (februari)."""
    for english, own in zip(MONTHS["en"].split(), MONTHS[lang].split(), strict=True):
        label = label.replace(english, own)
    return label


def day_in_words(day: str, lang: str, is_short: bool = False) -> str:
    """An ISO day, month or year as one writes it: 20 March 2021, or 20 Mar 2021; 20 maart 2021."""
    year, *rest = day.split("-")
    months = (SHORT_MONTHS if is_short else MONTHS)[lang].split()
    parts = [months[int(rest[0]) - 1]] if rest else []
    if len(rest) > 1:
        parts.insert(0, str(int(rest[1])))
    return " ".join([*parts, year])
