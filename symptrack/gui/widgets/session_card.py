"""The card *The session*: when, which series, how it was given, dose, vital signs."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from symptrack.domain.session import DURATION_MIN
from symptrack.domain.words import DoseUnit, Route, SessionStatus
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import box, column, row
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.field_row import FieldRow
from symptrack.gui.widgets.fields import Stepper, line
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.session_part import SessionPart
from symptrack.presenters.session import SessionPresenter
from symptrack.presenters.session_form import SessionForm
from symptrack.presenters.session_views import SeriesItem, SessionView
from symptrack.presenters.session_words import route_description, route_words
from symptrack.texts import _

AskSeries = Callable[[str | None], str | None]
ROUTES = tuple(Route)
ROUTE_ICONS = {
    Route.IV: "drip",
    Route.IM: "syringe",
    Route.SC: "under-skin",
    Route.LOZENGE: "lozenge",
    Route.NASAL: "spray",
    Route.ORAL: "tablet",
    Route.OTHER: "plus",
}
FIRST_VITALS = ("before_pressure", "peak_pressure", "before_pulse")
STEP_MIN, USUAL_MIN = 5, 40
LEAST_DROP_DOWN = 4
LEAST_ROUTE_PX = 48


class SessionCard(SessionPart):
    """The left card; ``ask_series`` makes (``None``) or changes a series and returns its id."""

    def __init__(
        self,
        theme: ThemeSource,
        presenter: SessionPresenter,
        view: SessionView,
        ask_series: AskSeries,
    ) -> None:
        super().__init__(theme, presenter)
        self._ask_series = ask_series
        self._items: tuple[SeriesItem, ...] = ()
        self._units: tuple[DoseUnit, ...] = ()
        self.setAccessibleName(_("The session"))
        self.day = DateField(theme, view.today)
        self.series = DropDown(theme, _("Series"))
        self.make_series = self._small_button("plus", _("Make a series"))
        self.change_series = self._small_button("edit", _("Change this series"))
        self.route = Choice(
            theme,
            [route_words(one) for one in ROUTES],
            name=_("How it was given"),
            wraps=True,
            icons=[ROUTE_ICONS[one] for one in ROUTES],
        )
        self.unit = DropDown(theme, _("Unit of the dose"))
        self.duration = Stepper(
            theme,
            _("Lasted (minutes)"),
            low=DURATION_MIN[0],
            high=DURATION_MIN[1],
            step=STEP_MIN,
            start=USUAL_MIN,
        )
        self.more = self._small_button("plus", _("More vital signs"))
        self.pressure = Notice(theme)
        self._make_fields()
        self._connect()
        self._lay_out()

    def show_form(self, form: SessionForm, view: SessionView) -> None:
        """Show the form's values, and what is asked for this kind of session."""
        self.show_texts(form)
        self.day.ahead = form.status is SessionStatus.PLANNED
        self._show_series(form, view)
        self._show_units(form, view)
        if form.route is None:
            self.route.choose_nothing()
        else:
            self.route.choose(ROUTES.index(form.route))
        self._dose_row.setVisible(view.asks_dose)
        self.fields["weight"].setVisible(view.asks_weight)
        self._vitals.setVisible(view.asks_vitals)
        more = [name for name in self._vital_names if name not in FIRST_VITALS]
        if any(getattr(form, name) for name in more):
            self._open_more()
        self._show_pressure(view)

    def _show_pressure(self, view: SessionView) -> None:
        """Say of a blood pressure what is to be said, once and where it was typed."""
        if not view.pressure:
            self.pressure.still()
        elif self.pressure.isHidden() or self.pressure.accessibleName() != view.pressure:
            self.pressure.say(view.pressure, kind="danger" if view.urgent else "attn")

    def _small_button(self, icon: str, name: str) -> Button:
        button = Button(self._theme, "", icon=icon)
        button.setAccessibleName(name)
        button.setFixedSize(48, 48)
        button.setStyleSheet("padding: 0")
        return button

    def _make_fields(self) -> None:
        self.typed("date", _("Date"), self.day)
        self.typed("time", _("Start"), line(example=_("not known")))
        chooser = box(row((self.series, 1), self.make_series, self.change_series, spacing=6))
        self.chosen("series_id", _("Series"), chooser)
        self.typed("clinic", _("Clinic"), line())
        self.chosen("route", _("How it was given"), self.route)
        for button, one in zip(self.route.buttons, ROUTES, strict=True):
            button.setAccessibleDescription(route_description(one))
            button.setMinimumWidth(LEAST_ROUTE_PX)
        self.typed("dose", _("Dose"), line())
        self.chosen("unit", _("Unit"), self.unit)
        self.unit.setAccessibleName(_("Unit of the dose"))
        self.typed("weight", _("Weight (kg)"), line())
        self.typed("duration", _("Lasted (minutes)"), self.duration)
        self._vital("before_pressure", _("Blood pressure"), _("Blood pressure before"), "124/78")
        self._vital("peak_pressure", _("Highest"), _("Highest blood pressure"), "142/88")
        self._vital("before_pulse", _("Pulse"), _("Pulse before"), "72")
        self._vital("after_pressure", _("Pressure after"), _("Blood pressure after"), "126/80")
        self._vital("peak_pulse", _("Highest pulse"), _("Highest pulse"), "84")
        self._vital("after_pulse", _("Pulse after"), _("Pulse after"), "74")
        self._vital("before_spo2", _("Oxygen, %"), _("Oxygen before, per cent"), "98")
        self._vital("peak_spo2", _("During, %"), _("Oxygen during it, per cent"), "97")
        self._vital("after_spo2", _("After, %"), _("Oxygen after, per cent"), "98")

    def _vital(self, name: str, words: str, spoken: str, example: str) -> None:
        field = self.typed(name, words, line(example=example))
        field.editor.setAccessibleName(spoken)

    @property
    def _vital_names(self) -> list[str]:
        ends = ("_pressure", "_pulse", "_spo2")
        return [name for name in self.fields if name.endswith(ends)]

    def _connect(self) -> None:
        self.series.activated.connect(self._on_series_activated)
        self.make_series.clicked.connect(lambda: self._on_ask_series_clicked(None))
        self.change_series.clicked.connect(
            lambda: self._on_ask_series_clicked(self._presenter.form.series_id)
        )
        self.route.chosen.connect(lambda place: self.change(route=ROUTES[place]))
        self.unit.activated.connect(lambda place: self.change(unit=self._units[place]))
        self.more.clicked.connect(self._on_more_clicked)

    def _row(self, *fields: tuple[str, int, int]) -> FieldRow:
        made = FieldRow(self._theme)
        for name, width, share in fields:
            made.add_field(self.fields[name], width, share)
        return made

    def _lay_out(self) -> None:
        for drop_down in (self.series, self.unit):
            drop_down.setMinimumContentsLength(LEAST_DROP_DOWN)
        self._dose_row = box(
            self._row(("dose", 100, 2), ("unit", 124, 0), ("weight", 100, 1), ("duration", 178, 2))
        )
        others = [name for name in self._vital_names if name not in FIRST_VITALS]
        self._more_vitals = box(self._row(*((name, 120, 1) for name in others)))
        self._more_vitals.hide()
        first = self._row(*((name, 120, 1) for name in FIRST_VITALS))
        # An empty name keeps the button in line with the fields beside it.
        self._more_place = box(column(label("", "strong"), 6, self.more, None))
        first.add_field(self._more_place, 0, 0)
        said = self.pressure.place((0, 0, 0, 8))
        self._vitals = box(column(first, self._more_vitals, said, spacing=6))
        self.setLayout(
            column(
                label(_("The session"), "h2"),
                8,
                self._row(("date", 300, 3), ("time", 121, 1)),
                6,
                self._row(("series_id", 280, 3), ("clinic", 180, 2)),
                6,
                self.fields["route"],
                6,
                self._dose_row,
                6,
                self._vitals,
                None,
                margins=(24, 18, 24, 12),
            )
        )

    def _show_series(self, form: SessionForm, view: SessionView) -> None:
        if view.series != self._items:
            self._items = view.series
            self.series.clear()
            self.series.addItems([item.name for item in view.series])
        ids = [item.id for item in self._items]
        self.series.setCurrentIndex(ids.index(form.series_id) if form.series_id in ids else 0)
        self.change_series.setEnabled(form.series_id in ids[1:])

    def _show_units(self, form: SessionForm, view: SessionView) -> None:
        if view.units != self._units:
            self._units = view.units
            self.unit.clear()
            self.unit.addItems([unit.value for unit in view.units])
        self.unit.setCurrentIndex(self._units.index(form.unit))

    def _open_more(self) -> None:
        self._more_vitals.show()
        self._more_place.hide()

    def _on_more_clicked(self) -> None:
        self._open_more()
        self.fields["after_pressure"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_series_activated(self, place: int) -> None:
        self.change(series_id=self._items[place].id)

    def _on_ask_series_clicked(self, series_id: str | None) -> None:
        made = self._ask_series(series_id)
        if made is not None:
            self.change(series_id=made)
        else:
            self._show_series(self._presenter.form, self._presenter.view())
