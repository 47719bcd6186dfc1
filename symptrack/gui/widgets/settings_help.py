"""Whose help numbers are shown: those of a country, or the patient's own."""

from PySide6.QtCore import Signal

from symptrack.domain.settings import OwnHelp
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import hairline
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.fields import Field
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.settings_person import FieldsSection
from symptrack.presenters.settings import SettingsPresenter
from symptrack.presenters.settings_views import HelpNumbersView
from symptrack.texts import _


class HelpSection(FieldsSection):
    """Country, own numbers, and the way back; ``taken_back`` carries what undo needs."""

    taken_back = Signal(object)

    def __init__(self, theme: ThemeSource, presenter: SettingsPresenter) -> None:
        super().__init__(theme, presenter, _("Help numbers"))
        self.country = DropDown(theme, _("Country"))
        self.country.activated.connect(self._on_country_activated)
        self._known, self._checked = label("", "body2", wrap=True), label("", "small", wrap=True)
        self.reset = Button(theme, _("Use the numbers of the country"))
        self.reset.clicked.connect(self._on_reset_clicked)
        self.lay_out(
            Field(theme, _("Country"), self.country),
            4,
            self._known,
            4,
            self._checked,
            12,
            hairline(),
            12,
            label(_("Your own numbers"), "strong", wrap=True),
            2,
            label(_("They take the place of those of the country."), "small", wrap=True),
            10,
            self.add_field("emergency", _("Emergency number")),
            8,
            self.add_field("crisis_call", _("Crisis line: number to call")),
            8,
            self.add_field(
                "crisis_text", _("Crisis line: words to text"), example=_("HELLO to 12345")
            ),
            8,
            self.add_field("crisis_name", _("Crisis line: its name")),
            10,
            self.reset,
        )

    def show_numbers(self, view: HelpNumbersView) -> None:
        """Show the country and what is known of it."""
        if self.country.count() == 0:
            for country in view.countries:
                self.country.addItem(country.name, country.code)
        self.country.setCurrentIndex(self.country.findData(view.country))
        emergency = view.emergency or _("not known")
        known = _("Emergency: {number}").format(number=emergency)
        self._known.setText(", ".join(part for part in (known, view.crisis) if part))
        self._checked.setText(view.checked)
        self._checked.setVisible(bool(view.checked))
        self.fields["emergency"].line.setPlaceholderText(view.emergency)
        self.reset.setVisible(view.own)

    def put_back(self, former: OwnHelp) -> None:
        """Bring the patient's own numbers back."""
        self.do(lambda: self._presenter.put_back_numbers(former))

    def _on_country_activated(self, place: int) -> None:
        code = str(self.country.itemData(place))
        self.do(lambda: self._presenter.choose_country(code))

    def _on_reset_clicked(self) -> None:
        former: list[OwnHelp] = []
        if self.do(lambda: former.append(self._presenter.use_country_numbers())):
            self.taken_back.emit(former[0])
