"""Names of things with links to their pages: what a page of one language says of another."""

from __future__ import annotations

from markupsafe import Markup, escape

from scripts.figures.tables import short
from scripts.site import figures
from scripts.site.facts import Facts, Row, listed
from scripts.site.named import named
from scripts.site.page import Page
from scripts.site.words import Words


class Links:
    """Where a page lies, and the ways from it to others."""

    def __init__(self, facts: Facts, page: Page, say: Words):
        self.facts, self.page, self.say = facts, page, say
        self.lang = say.language
        self.is_part_english = False
        self._up = "../" * page.path.count("/")

    @property
    def foreign(self) -> Markup:
        """What marks a text that is there in English alone; the foot of the page says so too."""
        if self.lang == "en":
            return Markup("")
        self.is_part_english = True
        return Markup(" lang=en")

    def url(self, path: str) -> str:
        """The way from this page to another of its language."""
        return (self._up + path) or "./"

    def root(self, path: str) -> str:
        """The way from this page to a file of the site."""
        return f"../{self._up}{path}"

    def other(self, lang: str) -> str:
        """The way from this page to the same in another language."""
        return f"../{self._up}{lang}/{self.page.path}"

    def link(self, path: str, name: str) -> Markup:
        """A link to a page of the site."""
        # Not by Markup.format, which takes a tenth of the time of the whole site.
        return Markup(f'<a href="{escape(self.url(path))}">{escape(name)}</a>')

    def cabinet(self, key: str | None) -> Markup:
        """A cabinet by its short name."""
        row = self.facts.one("cabinets", "cabinet_id", key)
        return self.link(f"cabinets/{key}/", short(row["name"])) if row else Markup("")

    def formation(self, key: str | None) -> Markup:
        """A formation by its label."""
        row = self.facts.one("formations", "formation_id", key)
        return (
            self.link(f"formations/{key}/", self.facts.formation(row, self.lang))
            if row
            else Markup("")
        )

    def election(self, key: str | None) -> Markup:
        """An election by its day."""
        row = self.facts.one("elections", "election_id", key)
        return self.link(f"elections/{key}/", self.election_name(row)) if row else Markup("")

    def election_name(self, row: Row) -> str:
        """What an election is called: its day."""
        return self.say.date(row["date"]) if row["date"] else str(row["election_id"])

    def party(self, key: str | None) -> Markup:
        """A party by its abbreviation."""
        if key is None:
            return Markup("")
        if key == "none":
            return Markup(escape(self.say.label("party_kind", "none")))
        name = self.party_name(key)
        if name is None:
            return Markup(escape(self.say.label("actor", key)))
        return self.link(f"parties/{key}/", name)

    def party_name(self, key: str) -> str | None:
        """A party by its abbreviation, or its name where it has none."""
        return self.facts.parties.get(key)

    def party_text(self, key: str) -> str:
        """A party by its abbreviation, where it is a link already."""
        return self.party_name(key) or str(self.say.label("party_kind", key))

    def cabinets(self, keys: str | None) -> Markup:
        """Several cabinets."""
        return Markup(", ").join(self.cabinet(key) for key in listed(keys))

    def parties(self, keys: str | None) -> Markup:
        """Several parties."""
        return Markup(", ").join(self.party(key) for key in listed(keys))

    def person(self, key: str | None) -> Markup:
        """A person by name."""
        row = self.facts.one("persons", "person_id", key)
        if row is None:
            return Markup("")
        if key not in self.facts.people:
            return Markup(escape(row["full_name"]))
        return self.link(f"persons/{key}/", row["full_name"])

    def persons(self, keys: str | None) -> Markup:
        """Several persons."""
        return Markup(", ").join(self.person(key) for key in listed(keys))

    def definition(self, name: str | None) -> Markup:
        """A definition of the length of a formation, with its ranking; other measures by name."""
        if not name:
            return Markup("")
        if name in self.facts.ranked:
            return self.link(f"formations/by/{name}/", self.say.definition(name))
        return Markup("<code>{}</code>").format(name)

    def fall(self, key: str | None) -> Markup:
        """How a cabinet ended, with the place where that is told."""
        row = self.facts.one("falls", "fall_id", key)
        if row is None:
            return Markup("")
        name = self.say.label("mechanism", row["mechanism"])
        return self.link(f"cabinets/{row['cabinet_id']}/#fall", name)

    def dataset(self, key: str) -> Markup:
        """A published data set that ours is compared with."""
        return self.link(f"comparisons/{key}/", key)

    def named(self, place: str) -> Markup:
        """A row of a headline table by what it tells of."""
        return named(self, *place.split("/", 1))

    def source(self, key: str | None) -> Markup:
        """A source by its publisher, with its address."""
        row = self.facts.one("sources", "source_id", key)
        if row is None:
            return Markup("")
        name = row["publisher"] or row["producer"] or key
        if not (row["url"] or "").startswith("http"):
            return Markup(escape(name))
        return Markup('<a href="{}">{}</a>').format(row["url"], name)

    def sources(self, keys: str) -> Markup:
        """Several sources."""
        return Markup(", ").join(self.source(key) for key in listed(keys))

    def says(self, keys: str) -> Markup:
        """Families of sources, each with the address of one source."""
        found = []
        for key in listed(keys):
            row = self.facts.one("sources", "source_id", key)
            assert row is not None, key
            name = self.say.label("source_family", row["family"])
            is_link = (row["url"] or "").startswith("http")
            link = Markup('<a href="{}">{}</a>').format(row["url"], name)
            found.append(link if is_link else escape(name))
        return Markup(", ").join(found)

    def figure(self, row: Row) -> Markup:
        """A length: what has it, and how it is counted."""
        name = self.link(row["path"], figures.thing(self.facts, row, self.lang))
        return Markup("{}, {}").format(name, figures.measured(self.facts, row, self.say))

    def measured(self, name: str) -> Markup:
        """What a claim measures: under which definition, by which measure, or which cell."""
        if name in self.facts.ranked:
            return self.definition(name)
        label = self.say.known("measure", name)
        return Markup(escape(label)) if label else Markup("<code>{}</code>").format(name)
