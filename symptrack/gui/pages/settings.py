"""Settings: everything is kept at once, and what cannot be is said where it was typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from symptrack.domain.settings import OwnHelp
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, PageScroll, box, column
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.settings_about import AboutSection
from symptrack.gui.widgets.settings_backups import BackupsSection
from symptrack.gui.widgets.settings_diary import DiarySection
from symptrack.gui.widgets.settings_erase import EraseSection
from symptrack.gui.widgets.settings_follow_ups import FollowUpsSection
from symptrack.gui.widgets.settings_help import HelpSection
from symptrack.gui.widgets.settings_lock import LockSection
from symptrack.gui.widgets.settings_look import LookSection
from symptrack.gui.widgets.settings_parts import Section
from symptrack.gui.widgets.settings_person import ClinicSection, FieldsSection, PersonSection
from symptrack.gui.widgets.settings_questionnaires import QuestionnairesSection
from symptrack.gui.widgets.settings_trash import TrashSection
from symptrack.gui.widgets.settings_words import EffectsSection, RatedSection
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.presenters.settings import SettingsPresenter
from symptrack.texts import _

STACK_BELOW_PX, GAP_PX = 860, 22
MARGINS = (36, 28, 36, 26)


class SettingsPage(Page):
    """The settings; ``changed`` says that something was kept, help numbers among it."""

    changed = Signal()

    def __init__(
        self,
        presenter: SettingsPresenter,
        theme: ThemeSource,
        milliseconds: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(_("Settings"))
        self._presenter, self._theme = presenter, theme
        self._guard = PressGuard(self, milliseconds)
        self.notice = Notice(theme)
        self.look = LookSection(theme, presenter)
        self.follow_ups = FollowUpsSection(theme, presenter)
        self.questionnaires = QuestionnairesSection(theme, presenter.questionnaires)
        self.rated = RatedSection(theme, presenter)
        self.effects = EffectsSection(theme, presenter)
        self.person = PersonSection(theme, presenter)
        self.clinic = ClinicSection(theme, presenter)
        self.help = HelpSection(theme, presenter)
        self.lock = LockSection(theme, presenter.lock)
        self.lock.page_wanted.connect(self.page_requested)
        self.lock.protection_requested.connect(self.protection_requested)
        self.backups = BackupsSection(theme)
        self.backups.wanted.connect(lambda: self.page_requested.emit("backups"))
        self.backups.move_wanted.connect(lambda: self.page_requested.emit("move"))
        self.diary = DiarySection(theme)
        self.diary.wanted.connect(lambda: self.page_requested.emit("bring_in"))
        self.trash = TrashSection(theme)
        self.trash.wanted.connect(lambda: self.page_requested.emit("trash"))
        self.about = AboutSection(theme)
        self.erase = EraseSection(theme)
        self.erase.wanted.connect(lambda: self.page_requested.emit("erase"))
        self.help.taken_back.connect(self._on_help_taken_back)
        for section in self._sections():
            section.changed.connect(self._on_section_changed)
            section.failed.connect(self._on_section_failed)
            section.rebuilt.connect(self._on_section_rebuilt)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show the settings as they are kept; what is being typed stays."""
        view = self._presenter.view()
        for section in self._with_fields():
            section.show_typed(view.typed)
        self.follow_ups.show_switches(view)
        self.questionnaires.show_intervals()
        self.help.show_numbers(view.help_numbers)
        self.rated.show_rows(view.rated)
        self.effects.show_rows(view.effects)

    def focus_protection(self) -> None:
        """Give the focus to the part on the lock, which brings it into view."""
        self.lock.focus_first()

    def settle(self) -> None:
        """Keep what is being typed; called before the window closes."""
        for section in self._with_fields():
            section.settle()

    def _with_fields(self) -> tuple[FieldsSection, ...]:
        return (self.follow_ups, self.person, self.clinic, self.help)

    def _sections(self) -> tuple[Section, ...]:
        return (
            self.look,
            self.follow_ups,
            self.questionnaires,
            self.rated,
            self.effects,
            self.person,
            self.clinic,
            self.help,
            self.lock,
            self.backups,
            self.diary,
            self.trash,
            self.about,
            self.erase,
        )

    def _lay_out(self) -> None:
        content = column(
            label(_("Settings"), "h1"),
            4,
            label(_("Changes are saved at once."), "lead", wrap=True),
            18,
            self._beside(
                (self.look, self.person, self.clinic, self.help),
                (self.follow_ups, self.rated, self.effects, self.questionnaires),
            ),
            GAP_PX,
            self._beside((self.lock, self.trash), (self.backups, self.diary)),
            GAP_PX,
            self.erase,
            GAP_PX,
            self.about,
            margins=MARGINS,
        )
        notice = self.notice.place((36, 8, 36, 12))
        self.setLayout(column((PageScroll(content), 1), notice))

    def _beside(self, *columns: Sequence[Section]) -> Columns:
        """Return sections in columns, or below each other where there is too little width."""
        return Columns(
            self._theme,
            [(box(column(*one, STRETCH, spacing=GAP_PX)), 1) for one in columns],
            stack_below=STACK_BELOW_PX,
            spacing=24,
        )

    def _on_section_changed(self) -> None:
        self.notice.still()
        self.refresh()
        self.changed.emit()

    def _on_section_failed(self, sentence: str) -> None:
        self.notice.say(sentence, kind="attn")

    def _on_section_rebuilt(self) -> None:
        arrange_tab_order(self)
        # What lay under the pointer lies elsewhere now: a second press must not answer for it.
        for section in (self.rated, self.effects):
            self._guard.watch(section)
        self._guard.page_shown()

    def _on_help_taken_back(self, former: OwnHelp) -> None:
        self.notice.say(
            _("The numbers of the country are shown again."),
            action=_("Undo"),
            then=lambda: self._on_undo_clicked(former),
        )
        if self.notice.action is not None:
            self.notice.action.setFocus()

    def _on_undo_clicked(self, former: OwnHelp) -> None:
        self.notice.still()
        self.help.put_back(former)
        self.help.country.setFocus()
