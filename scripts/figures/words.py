"""What stands in the pictures, in English and Dutch; labels of codes come from the table codes."""

from __future__ import annotations

import datetime

from dutchcabinets._wording import SHORT_MONTHS, day_in_words
from scripts.figures.tables import Tables

LANGUAGES = ("en", "nl")

WORDS: dict[str, tuple[str, str]] = {
    "caption": (
        "Source: dutchcabinets, version {version}, data checked up to {as_of}. Licence: CC0 1.0.",
        "Bron: dutchcabinets, versie {version}, gegevens bijgewerkt tot {as_of}. Licentie: CC0 "
        "1.0.",
    ),
    "days": (
        "{n} days",
        "{n} dagen",
    ),
    "day": (
        "1 day",
        "1 dag",
    ),
    "all": (
        "all",
        "alle",
    ),
    "caretaker": (
        "caretaker (resigned)",
        "demissionair",
    ),
    # The timeline.
    "timeline.title": (
        "{n} cabinets since 1848, by the families of their parties",
        "{n} kabinetten sinds 1848, naar de families van hun partijen",
    ),
    "timeline.subtitle": (
        "Each strip is twenty years; each block is a cabinet from its swearing-in to "
        "that of the next. The family follows from the parties that take part in a "
        "phase. Hatched: caretaker, from the offer of resignation.",
        "Elke strook is twintig jaar; elk blok is een kabinet van zijn beëdiging tot "
        "die van het volgende. De familie volgt uit de partijen die in een fase "
        "deelnemen. Gearceerd: demissionair, vanaf de ontslagaanvraag.",
    ),
    "timeline.note": (
        "Rule: a right-wing populist or agrarian party makes R; else a conservative one"
        " C; else social democrats (socialists, greens) make S, with liberals alone P; "
        "else denominational parties make D, with liberals M; else liberals L. Less "
        "than a tenth of the coalition's seats does not count. A day that is known to "
        "the month alone is drawn in the middle of it.",
        "Regel: een rechts-populistische of agrarische partij geeft R; anders een "
        "conservatieve C; anders geven sociaaldemocraten (socialisten, groenen) S, met "
        "alleen liberalen P; anders geven confessionele partijen D, met liberalen M; "
        "anders geven liberalen L. Minder dan een tiende van de zetels van de coalitie "
        "telt niet. Een dag waarvan alleen de maand bekend is, staat in het midden "
        "daarvan.",
    ),
    "family.conservative": (
        "with conservatives",
        "met conservatieven",
    ),
    "family.purple": (
        "social democrats and liberals (purple)",
        "sociaaldemocraten en liberalen (paars)",
    ),
    "family.social": (
        "social democrats with denominational parties",
        "sociaaldemocraten met confessionelen",
    ),
    "family.liberal": (
        "liberals",
        "liberalen",
    ),
    "family.denominational": (
        "denominational parties",
        "confessionelen",
    ),
    "family.centre-right": (
        "denominational parties and liberals",
        "confessionelen en liberalen",
    ),
    "family.populist": (
        "with populists or agrarians",
        "met populisten of agrariërs",
    ),
    "family.none": (
        "no parties as such",
        "geen partijen als zodanig",
    ),
    # The longest formations.
    "formations.title": (
        "{longest} took {days} days, the longest of formations since 1946",
        "{longest} duurde {days} dagen, de langste formatie sinds 1946",
    ),
    "formations.subtitle": (
        "The {n} formations after an election since 1946, in days from polling day to "
        "the swearing-in, the first day not counted. Blocks are the days of scouts, "
        "informateurs and formateurs; columns give the days by other definitions in "
        "use.",
        "De {n} formaties na een verkiezing sinds 1946, in dagen van de verkiezing tot "
        "de beëdiging, de eerste dag niet meegeteld. Blokken zijn de dagen van "
        "verkenners, informateurs en formateurs; kolommen geven de dagen volgens andere"
        " gangbare definities.",
    ),
    "formations.gap": (
        "no commission",
        "geen opdracht",
    ),
    "formations.open": (
        "end of the commission not known",
        "einde van de opdracht niet bekend",
    ),
    "formations.agreed": (
        "agreement reached",
        "akkoord bereikt",
    ),
    "formations.presented": (
        "agreement presented",
        "akkoord gepresenteerd",
    ),
    "formations.first": (
        "first commission",
        "eerste opdracht",
    ),
    "formations.axis": (
        "days since the election",
        "dagen sinds de verkiezing",
    ),
    "formations.note": (
        "Columns: days from the election to the swearing-in; from the election to the "
        "agreement of the negotiators (▼); from the election to its presentation (▲); "
        "from the first informateur or formateur (●) to the swearing-in. Empty: there "
        "was none, or its day is not known.",
        "Kolommen: dagen van de verkiezing tot de beëdiging; van de verkiezing tot het "
        "akkoord van de onderhandelaars (▼); van de verkiezing tot de presentatie ervan"
        " (▲); van de eerste informateur of formateur (●) tot de beëdiging. Leeg: het "
        "was er niet, of de dag is niet bekend.",
    ),
    "formations.col.total": (
        "to|oath",
        "tot|beëdiging",
    ),
    "formations.col.agreed": (
        "to agree-|ment ▼",
        "tot|akkoord ▼",
    ),
    "formations.col.presented": (
        "to presen-|tation ▲",
        "tot pre-|sentatie ▲",
    ),
    "formations.col.first": (
        "from first|comm. ●",
        "vanaf 1e|opdracht ●",
    ),
    # One formation.
    "formation.title": (
        "How long was the formation of {name}? {low} to {high} days",
        "Hoe lang was de formatie van {name}? {low} tot {high} dagen",
    ),
    "formation.title.one": (
        "The formation of {name}: {low} days",
        "De formatie van {name}: {low} dagen",
    ),
    "formation.title.none": (
        "The formation of {name}",
        "De formatie van {name}",
    ),
    "formation.subtitle": (
        "Above who was at work, below the same formation by each definition in use: the"
        " days between the two ends of a line, the first not counted. A line without ● "
        "leaves out the days on which nobody was at work.",
        "Boven wie er aan het werk was, onder dezelfde formatie volgens elke gangbare "
        "definitie: de dagen tussen de twee uiteinden van een lijn, de eerste niet "
        "meegeteld. Een lijn zonder ● slaat de dagen over waarop niemand aan het werk "
        "was.",
    ),
    "formation.stages": (
        "Commissions",
        "Opdrachten",
    ),
    "formation.definitions": (
        "Definitions",
        "Definities",
    ),
    # Caretaker days.
    "caretaker.title": (
        "Caretaker cabinets governed {share} of the days of the {worst}s",
        "Demissionair: {share} van de dagen in {worst}\u2013{last}",
    ),
    "caretaker.subtitle": (
        "Days by calendar decade on which the cabinet in office had offered its "
        "resignation, until the next was sworn in or the resignation was withdrawn; in "
        "brackets their share of the days of the decade.",
        "Dagen per kalenderdecennium waarop het kabinet zijn ontslag had aangeboden, "
        "tot de beëdiging van het volgende of de intrekking van het ontslag; tussen "
        "haakjes het aandeel in de dagen van het decennium.",
    ),
    "caretaker.note": (
        "The first decade begins on {first}, the last ends on {last}. Of {n} offers of "
        "resignation or withdrawals only the month or year is known; they are put in "
        "the middle of it. Lines within a bar part the cabinets.",
        "Het eerste decennium begint op {first}, het laatste eindigt op {last}. Van {n}"
        " ontslagaanvragen of intrekkingen is alleen de maand of het jaar bekend; zij "
        "staan in het midden daarvan. Lijnen in een balk scheiden de kabinetten.",
    ),
    # Falls.
    "falls.title": (
        "How {n} cabinets ended: from lost bills to coalitions that break",
        "Hoe {n} kabinetten eindigden: van verworpen wetten tot breuken",
    ),
    "falls.subtitle": (
        "Number of cabinets by what ended them and by the period in which they took "
        "office; in brackets crises that were mended, after which the cabinet went on. "
        "The stronger the colour, the more.",
        "Aantal kabinetten naar wat er een einde aan maakte en naar de periode van hun "
        "aantreden; tussen haakjes gelijmde crises, waarna het kabinet doorging. Hoe "
        "sterker de kleur, hoe meer.",
    ),
    "falls.total": (
        "cabinets that ended",
        "geëindigde kabinetten",
    ),
    "falls.note": (
        "Periods: census suffrage and labels; districts and parties; proportional "
        "representation; since the liberation; depillarisation; since 2002.",
        "Perioden: censuskiesrecht en aanduidingen; districten en partijen; evenredige "
        "vertegenwoordiging; sinds de bevrijding; ontzuiling; sinds 2002.",
    ),
    # Seats and portfolios.
    "shares.title": (
        "Ministers follow seats; small parties get a little more",
        "Ministers volgen zetels; kleine partijen krijgen iets meer",
    ),
    "shares.subtitle": (
        "Each mark is a party in a coalition since {first}: its share of the "
        "coalition's seats in the Tweede Kamer and of the ministers at the swearing-in."
        " On the line both are the same (Gamson's law).",
        "Elk teken is een partij in een coalitie sinds {first}: haar aandeel in de "
        "zetels van de coalitie in de Tweede Kamer en in de ministers bij de beëdiging."
        " Op de lijn zijn beide gelijk (de wet van Gamson).",
    ),
    "shares.x": (
        "share of the coalition's seats, %",
        "aandeel in de zetels van de coalitie, %",
    ),
    "shares.y": (
        "share of the ministers, %",
        "aandeel in de ministers, %",
    ),
    "shares.l": (
        "liberal",
        "liberaal",
    ),
    "shares.d": (
        "denominational",
        "confessioneel",
    ),
    "shares.s": (
        "social democrats, greens",
        "sociaaldemocraten, groenen",
    ),
    "shares.other": (
        "other",
        "overig",
    ),
    "shares.note": (
        "{n} parties in {cabinets} cabinets. The dashed line is the least squares fit: "
        "share of ministers = {constant} + {slope} \u00d7 share of seats. Named are the"
        " parties furthest from their proportion. Prime ministers count as ministers.",
        "{n} partijen in {cabinets} kabinetten. De streepjeslijn is die van de kleinste"
        " kwadraten: aandeel ministers = {constant} + {slope} \u00d7 aandeel zetels. "
        "Genoemd zijn de partijen die het verst van hun evenredig deel liggen. De "
        "premier telt als minister.",
    ),
    # Women and age.
    "members.title": (
        "No women until {first}, {most} of {n} ministers in {year}",
        "Geen vrouwen tot {first}, {most} van de {n} ministers in {year}",
    ),
    "members.subtitle": (
        "Ministers, the prime minister among them, in office at the swearing-in of each"
        " cabinet; state secretaries are left out. Above the share of women, below the "
        "mean age with the youngest and the oldest.",
        "Ministers, de premier inbegrepen, bij de beëdiging van elk kabinet; zonder "
        "staatssecretarissen. Boven het aandeel vrouwen, onder de gemiddelde leeftijd "
        "met de jongste en de oudste.",
    ),
    "members.women": (
        "women among the ministers, %",
        "vrouwen onder de ministers, %",
    ),
    "members.age": (
        "age of the ministers, years",
        "leeftijd van de ministers, jaren",
    ),
    "members.mean": (
        "mean age",
        "gemiddelde leeftijd",
    ),
    "members.range": (
        "youngest to oldest",
        "jongste tot oudste",
    ),
    "members.first": (
        "first woman: {name}, {year}",
        "eerste vrouw: {name}, {year}",
    ),
    "members.most": (
        "{name}: {women} of {n}",
        "{name}: {women} van {n}",
    ),
    "members.note": (
        "Ages are left out where the birth of one minister is not known to the day.",
        "Leeftijden ontbreken waar de geboortedag van een minister niet bekend is.",
    ),
    # The life of a cabinet.
    "cabinet.title": (
        "The life of cabinet {name}",
        "Het leven van kabinet-{name}",
    ),
    "cabinet.subtitle": (
        "From {first} to {last}: its formation, its days in full powers and as "
        "caretaker, who left, and its seats in the Tweede Kamer.",
        "Van {first} tot {last}: de formatie, de dagen missionair en demissionair, wie "
        "vertrok, en de zetels in de Tweede Kamer.",
    ),
    "cabinet.formation": (
        "formation",
        "formatie",
    ),
    "cabinet.governs": (
        "in office",
        "in functie",
    ),
    "cabinet.leaves": (
        "left or moved",
        "vertrokken",
    ),
    "cabinet.seats": (
        "Seats in the Tweede Kamer, {seats} of {chamber} ({majority} is a majority)",
        "Zetels in de Tweede Kamer, {seats} van {chamber} ({majority} is een meerderheid)",
    ),
    "cabinet.seats.from": (
        ", from {day}",
        ", vanaf {day}",
    ),
    "cabinet.fall": ("Resignation", "Ontslag"),
    "cabinet.crisis": (
        "Crisis, mended",
        "Gelijmde crisis",
    ),
    "cabinet.left": (
        "Who left or moved",
        "Wie vertrok of van ambt wisselde",
    ),
    "cabinet.nobody": (
        "Nobody, as far as is known.",
        "Niemand, voor zover bekend.",
    ),
    "cabinet.note": (
        "● at the foot: the offer of resignation. Acting members are left out; reasons "
        "as coded in the table appointments.",
        "● onderaan: de ontslagaanvraag. Waarnemers zijn weggelaten; redenen zoals "
        "gecodeerd in de tabel appointments.",
    ),
}


class Words:
    """The words of one language."""

    def __init__(self, language: str, tables: Tables):
        self.language = language
        self._number = LANGUAGES.index(language)
        self._labels = {
            (row["codelist"], row["code"]): row[f"label_{language}"] for row in tables["codes"]
        }

    def __call__(self, key: str, **values: object) -> str:
        """A text with its values."""
        return WORDS[key][self._number].format(**values)

    def label(self, codelist: str, code: str) -> str:
        """The label of a code."""
        return self._labels[codelist, code]

    def days(self, count: int) -> str:
        """A number of days in words."""
        return self("day") if count == 1 else self("days", n=self.number(count))

    def date(self, day: datetime.date) -> str:
        """A day such as 7 July 2023."""
        return day_in_words(day.isoformat(), self.language)

    def month(self, day: datetime.date) -> str:
        """A month in three letters, such as Mar."""
        return SHORT_MONTHS[self.language].split()[day.month - 1]

    def number(self, value: float, places: int = 0) -> str:
        """A number with the marks of the language."""
        written = f"{value:,.{places}f}"
        return written if self.language == "en" else written.translate(str.maketrans(",.", ".,"))
