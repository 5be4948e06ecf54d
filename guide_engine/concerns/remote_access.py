"""A request to let somebody into one's computer or phone. Sources T60, A35."""

from guide_engine.concern import Concern, Level
from guide_engine.detectors.phrases import pattern
from guide_engine.sources import Citation

CONCERN = Concern(
    name="remote-access",
    title="Somebody wants into your computer or phone",
    level=Level.DANGER,
    heard=(pattern("remote-access"),),
    means="With a program like this, a stranger sees your screen and can use your device, your bank pages too.",
    do=(
        "Do not install it, and do not give anybody a number that it shows.",
        "Installed already? Switch the device off the internet, remove the program, and call your bank.",
        "Help with a product works in Amazon's messages, with words and pictures.",
    ),
    citations=(Citation("T60", "software on your computer"), Citation("A35", "help for buyers on scams")),
    raised_by=("Install AnyDesk so that our technician can help you.", "Bitte laden Sie TeamViewer herunter."),
)
