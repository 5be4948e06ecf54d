"""A request for a password, a code or card data. Sources A35, A34, T60."""

from guide_engine.concern import Concern, Level
from guide_engine.detectors.phrases import pattern
from guide_engine.sources import Citation

CONCERN = Concern(
    name="secret",
    title="A request for a password, a code or your card",
    level=Level.DANGER,
    heard=(pattern("secret-demand"),),
    instead_of=("private-data", "pay-outside"),
    means="No seller needs your password, a code from a text message, or your card number. Whoever has them can use your account or your money.",
    do=(
        "Do not send it. Not even a part of it.",
        "Sent a code or a password already? Change your Amazon password now. Type Amazon's address yourself.",
        "Sent card or bank data? Call your bank today.",
    ),
    citations=(
        Citation("A35", "passwords and card data"),
        Citation("A34", "keep to Amazon's messages"),
        Citation("T60", "never under pressure"),
    ),
    raised_by=(
        "To verify your order, please send us the 6-digit verification code we just texted you.",
        "Please send us your Amazon password so that we can fix it.",
        "Tell me the one-time password (OTP) you received by SMS.",
        "Please verify your account here.",
        "Bitte senden Sie uns den Bestätigungscode, den Sie per SMS erhalten haben.",
        "Veuillez nous envoyer le code de vérification reçu par SMS.",
        "Por favor, envíenos el código de verificación que ha recibido.",
        "La preghiamo, ci invii il codice di verifica ricevuto via SMS.",
        "SMSで届いた認証コードをお知らせください。",
    ),
)
