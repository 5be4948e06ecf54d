"""The file was refused: sources A6, T2, T13."""

from guide_engine.notice import Notice
from guide_engine.sources import Citation, Position

NOTICE = Notice(
    name="attachment",
    order=4,
    title="The file was refused",
    concept="notice-attachment",
    fault="The file is too big, or of a kind that is not taken.",
    means="The message did not go out because of the file that went with it.",
    today=(
        "Keep all files together under 10 MB.",
        "Save the file as PDF or JPG. Never send programs or packed folders.",
        "Send only what the buyer's question needs: a label, an invoice, a drawing, a photo.",
    ),
    lasts=(Position("Only this message. It goes out with a smaller or plainer file.", ("A6",)),),
    citations=(
        Citation("A6", "attachments up to 10 MB"),
        Citation("T2", "allowed attachments"),
        Citation("T13", "later list"),
    ),
    shown=(
        ("en", "Your message was not delivered because the attachment exceeds the maximum size."),
        ("en", "The attachment type is not supported."),
        ("de", "Der Anhang überschreitet die maximale Größe."),
        ("fr", "La pièce jointe dépasse la taille maximale autorisée."),
        ("es", "El archivo adjunto supera el tamaño máximo permitido."),
        ("it", "L'allegato supera la dimensione massima consentita."),
        ("ja", "添付ファイルのサイズが上限を超えています。"),
    ),
)
