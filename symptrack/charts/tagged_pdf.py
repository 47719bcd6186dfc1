"""A PDF of pictures that says what they show: one tagged figure a page, with alternative text."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object, Pdf

_BEGIN, _END = b"/Figure <</MCID 0>> BDC\n", b"\nEMC\n"


def tagged(pdf: bytes, alternative: str, language: str) -> bytes:
    """Return a PDF whose pages are figures for who cannot see them.

    matplotlib writes no structure (ISO 32000-1, 14.7); this puts each page into one *Figure* of a
    *Document*, and shows the title in the window.

    Parameters
    ----------
    alternative
        What stands for each page.
    language
        Of the texts: a BCP 47 tag.
    """
    from pikepdf import Dictionary, Name, Pdf, String

    out = BytesIO()
    with Pdf.open(BytesIO(pdf)) as document:
        tree = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
        figures = [
            _figure(document, number, whole, alternative) for number in range(len(document.pages))
        ]
        _plant(document, tree, whole, figures)
        document.Root.Lang = String(language)
        document.save(out, deterministic_id=True)
    return out.getvalue()


def _figure(document: "Pdf", number: int, whole: "Dictionary", alternative: str) -> "Object":
    from pikepdf import Dictionary, Name, String

    page = document.pages[number]
    page.contents_add(_BEGIN, prepend=True)
    page.contents_add(_END)
    page.obj.StructParents = number
    layout = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=page.mediabox)
    return document.make_indirect(
        Dictionary(
            Type=Name.StructElem,
            S=Name.Figure,
            P=whole,
            Pg=page.obj,
            K=0,
            Alt=String(alternative),
            A=layout,
        )
    )


def _plant(
    document: "Pdf", tree: "Dictionary", whole: "Dictionary", figures: "list[Object]"
) -> None:
    """Join figures, document and root, and let each page find its figure."""
    from pikepdf import Array, Dictionary

    pages = [part for number, one in enumerate(figures) for part in (number, Array([one]))]
    whole.K = Array(figures)
    tree.K = whole
    tree.ParentTree = document.make_indirect(Dictionary(Nums=Array(pages)))
    tree.ParentTreeNextKey = len(figures)
    document.Root.StructTreeRoot = tree
    document.Root.MarkInfo = Dictionary(Marked=True)
    document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
