"""What the patient says of themselves, whom they trust, and their clinic."""

from datetime import date

from symptrack.formatting import format_day_year
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Item
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.fields import line
from symptrack.gui.widgets.settings_parts import KeptField, Section
from symptrack.presenters.settings import SettingsPresenter
from symptrack.texts import _

EXAMPLE_OF_BIRTH = date(1980, 5, 12)


class FieldsSection(Section):
    """A section of lines that are kept when left; ``fields`` are by their name."""

    def __init__(self, theme: ThemeSource, presenter: SettingsPresenter, title: str) -> None:
        super().__init__(theme, title)
        self._presenter = presenter
        self.fields: dict[str, KeptField] = {}

    def show_typed(self, typed: dict[str, str]) -> None:
        """Show what is kept."""
        for key, field in self.fields.items():
            field.show_text(typed[key])

    def settle(self) -> None:
        """Keep what is being typed."""
        for field in self.fields.values():
            field.settle()

    def add_field(
        self, key: str, name: str, *, hint: str = "", example: str = "", day: date | None = None
    ) -> KeptField:
        """Make a line for a setting; with ``day``, today, it takes a date."""
        editor = DateField(self._theme, day) if day else line()
        editor.field.setPlaceholderText(example)
        field = KeptField(
            self._theme, name, editor, lambda text: self._presenter.keep(key, text), hint=hint
        )
        self.fields[key] = field
        self.adopt(field)
        return field


class PersonSection(FieldsSection):
    """The patient and whom they trust; all of it may stay empty."""

    def __init__(self, theme: ThemeSource, presenter: SettingsPresenter) -> None:
        super().__init__(theme, presenter, _("You"))
        items: list[Item] = [
            self.add_field(
                "label",
                _("Name or initials"),
                hint=_("Stands on a report where you choose it. It may stay empty."),
            ),
            8,
            self.add_field(
                "date_of_birth",
                _("Date of birth"),
                day=presenter.today,
                example=format_day_year(EXAMPLE_OF_BIRTH),
            ),
            8,
            self.add_field(
                "weight_kg", _("Weight in kg"), hint=_("For doses in mg per kg."), example="70"
            ),
            8,
            self.add_field(
                "trusted_contact",
                _("Someone you trust"),
                hint=_("A name and a number. They stand with the help numbers."),
            ),
        ]
        self.lay_out(*items)


class ClinicSection(FieldsSection):
    """The clinic and how to reach it."""

    def __init__(self, theme: ThemeSource, presenter: SettingsPresenter) -> None:
        super().__init__(theme, presenter, _("Clinic"))
        self.lay_out(
            self.add_field("clinic_name", _("Your clinic")),
            8,
            self.add_field("clinic_phone", _("Its telephone number")),
        )
