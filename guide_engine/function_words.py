"""The small words by which a language is known, for each language that is written in Latin letters.

Articles, pronouns, prepositions, the commonest verbs, and how letters begin and end: nobody writes three sentences
without them, and names, products and addresses hold hardly any. They are spelt as native readers spell them; `guide_engine.language`
folds them as it folds drafts. A word may stand in several languages: it then counts for each of them a little.
"""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "en": """
        the a an and or but if of to in on at for from with by as is are was were be been this that these those it its
        you your yours we our us i my me they their he she his her not have has had do does did will would can could
        should may please which what when where who how there here than then so any all some no yes about into out over
        after before because more very just only also hello hi dear thank thanks order sorry regards need let know get
        write reply message sincerely hope
        one two every each many much other another while once such make made take give still even both few most first
        last next without within until again today now day days week month year time own whoever whose everyone someone
        anyone anything everything something nothing off down back up""",
    "de": """
        der die das den dem des ein eine einen einem einer eines und oder aber wenn dass weil als wie ist sind war waren
        wird werden wurde hat haben hatte sie ihr ihre ihren ihrem ihrer wir uns unser unsere unseren ich mir mich es er
        man nicht kein keine keinen auf für von mit bei aus nach zu zum zur im am an vom über unter durch bis noch nur
        auch schon sehr hier dort bitte kann können möchten diese dieser dieses dann so was welche um ob hallo guten
        vielen dank bestellung grüßen grüße liebe lieber geehrte freundlichen leider danke gerne falls antworten ihnen
        schreiben einfach alles welchen welcher welches sollen soll würden
        du dich dir dein deine deinen deinem euch euer kannst hast bist doch mal
        würde wäre alle neue heute jetzt beim""",
    "fr": """
        le la les un une des du de et ou mais si que qui dont est sont était sera été être avoir a ont avez avons vous
        votre vos nous notre nos je mon ma mes il elle ils elles on ce cet cette ces ne pas plus au aux en dans sur sous
        avec sans pour par chez vers très aussi bien ici là y se son sa ses leur tout tous quel quelle comme quand où
        veuillez merci afin lors bonjour bonsoir commande cordialement madame monsieur désolés qu article à répondre ci
        tu te toi ta ton tes peux peut svp stp étoiles""",
    "es": """
        el la los las un una unos unas y o pero si que de del al en con sin por para sobre entre desde hasta es son era
        fue ser está están estar ha han hemos he usted ustedes su sus nos nuestro nuestra nuestros le les lo se me mi te
        tu yo no más muy ya también como cuando donde cual qué este esta estos estas ese esa eso esto hay puede pueden
        tiene gracias favor hola buenos días pedido saludos estimado estimada cordialmente cliente artículo respuesta
        envío mensaje sentimos
        ti tus tienes puedes nosotros tres dos bien todo toda aquí hoy""",
    "it": """
        il lo la i gli le un uno una e o ma se che di del dello della dei degli delle da dal dalla in nel nella nei con
        su sul sulla per tra fra a al alla ai è sono era stato stata ha hanno abbiamo ho lei suo sua suoi sue noi nostro
        nostra nostri ci vi si mi non più anche già molto come quando dove questo questa questi queste quello può cui ed
        grazie buongiorno gentile cliente ordine saluti cordiali spiace articolo salve dell nell all messaggio risposta
        dispiace
        ti tu tuo tua tuoi tue te sei hai puoi ne prima qui tutto tutta bene oggi dopo""",
    "nl": """
        de het een en of maar als dat die dit deze van in op aan bij met voor door uit naar over onder om te tot is zijn
        was waren wordt worden werd heeft hebben had u uw je jouw jullie wij we ons onze ik mijn hij ze er niet geen ook
        nog al dan wel zo hoe wat waar wanneer welke kan kunt kunnen wilt willen moet graag alstublieft zodra omdat
        hallo beste bestelling groet groeten vriendelijke dank bedankt helaas bericht alvast artikel goedendag
        jij jou even toch tijdens zou zouden alles alle nieuwe vandaag zonder""",
    "pl": """
        i w we z ze na do od po za o u dla przy przez pod nad bez się nie jest są był była było będzie być ma mają mamy
        to ten ta te tego tej tym tych że czy jak co który która które którego oraz lub ale jeśli jeżeli gdy kiedy gdzie
        już nas nam was wam tylko też także bardzo prosimy proszę pan pani państwo państwa panu nasz nasza nasze naszego swój swoją ich
        jego jej można może aby żeby dzień dobry zamówienie zamówienia pozdrawiamy pozdrowieniami dziękujemy dziękuję
        przesyłka przesyłki numer wiadomość niestety przepraszamy szanowny szanowna""",
    "sv": """
        den det de en ett och eller men om att som är var varit vara blir blev har hade du dig din ditt dina ni er ert
        era vi oss vår vårt våra jag mig min på i av för från med till hos över under vid utan inte ingen också bara
        mycket redan här där när hur vad vilken vilket kan ska skall vill skulle kommer detta denna dessa så då efter
        innan gärna hej beställning hälsningar vänliga tack tyvärr meddelande svara vänligen order paket dag
        gillar alla nya idag varje genom tills""",
    "pt": """
        o a os as um uma uns umas e ou mas se que de do da dos das em no na nos nas ao à aos às com sem por pelo pela
        para sobre entre até desde é são foi era ser está estão estar tem têm temos você vocês seu sua seus suas nosso
        nossa nossos lhe me eu não mais muito já também como quando onde qual este esta esse essa isso isto há pode
        podem obrigado favor olá bom pedido cumprimentos atenciosamente prezado prezada caro cara obrigada encomenda
        mensagem responda cliente hoje desculpe
        vc pra te teu tua gente connosco conosco""",
    "tr": """
        bir ve ile veya ya da de ki mi mı mu mü bu şu o biz siz sen ben size sizin bize bizim bizi sizi için gibi kadar
        göre sonra önce daha çok en değil var yok ise eğer ama ancak çünkü hem her hiç olarak olan olduğu oldu olur
        lütfen nasıl ne neden nerede hangi kaç şimdi hala tüm bütün tarafından merhaba sayın sipariş siparişiniz
        siparişinizi teşekkürler teşekkür ederiz saygılarımızla mesaj ürün ürünü ürünün kargo kargoya bugün yarın ederim
        değerli müşterimiz""",
}

LETTERS: Mapping[str, str] = {
    "de": "ß",
    "fr": "œêèùûîëï",
    "es": "ñ¿¡íú",
    "it": "òì",
    "pl": "łąęśźżćń",
    "sv": "å",
    "pt": "ãõíú",
    "tr": "ğışİ",
}
"""Letters and signs that, among these languages, point to one of them."""
