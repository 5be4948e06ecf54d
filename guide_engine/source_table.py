"""Every page this project rests on, one record of two lines each.

First line: id, who published it, its own date or ``-``, and a title in our words,
with ``|`` between them. Second line: the address. The kind follows from the
publisher (see ``KINDS``), so a record cannot claim more authority than it has.
``sources.py`` reads the table; nobody else should.

The plain id (``A1``) is the main copy of a page. Copies in other countries or
languages carry a suffix (``A1-de``). ``A30`` and up, and ``T50`` and up, are pages
that our notes quote in passing. Ids are never used twice.
"""

from __future__ import annotations

from typing import Final

#: What a publisher's word counts as. Anything not listed is a third party.
KINDS: Final = {
    "Amazon": "amazon",
    "Amazon forum moderator": "moderator",
    "Amazon news post": "moderator",
    "Amazon developer support": "moderator",
    "Aura": "article",
}

TABLE: Final = """
A1 | Amazon | - | Communication guidelines, current opening (G1701)
  https://sellercentral.amazon.com/help/hub/reference/G1701
A1-de | Amazon | - | Communication guidelines, German copy
  https://sellercentral.amazon.de/gp/help/external/G1701?language=de_DE
A1-fr | Amazon | - | Communication guidelines, French copy
  https://sellercentral.amazon.fr/gp/help/external/1701?language=fr-FR
A1-jp | Amazon | - | Communication guidelines, Japanese copy
  https://sellercentral.amazon.co.jp/gp/help/external/G1701?language=ja-JP
A1-mx | Amazon | - | Communication guidelines, Mexican copy in Spanish
  https://sellercentral.amazon.com.mx/gp/help/external/G1701?language=es_MX
A1-ca | Amazon | - | Communication guidelines, Canadian copy in Italian
  https://sellercentral.amazon.ca/gp/help/external/G1701?language=it_IT
A1old | Amazon | before 2020 | Communication guidelines before 2020, German copy
  https://sellercentral.amazon.de/gp/help/external/1701?language=de_DE
A1old-it | Amazon | 2019 | Communication guidelines in the 2019 wording, Italian site
  https://sellercentral.amazon.it/gp/help/external/G1701?language=en_IT
A1old-sa | Amazon | 2019 | Communication guidelines in the 2019 wording, Saudi site
  https://sellercentral.amazon.sa/gp/help/external/G1701?language=en-US
A2 | Amazon forum moderator | - | Which messages sellers may send (UK forum)
  https://sellercentral.amazon.co.uk/seller-forums/discussions/t/0280ebb5-103d-41c8-a3a8-42d13097c519
A3 | Amazon forum moderator | - | Critical and non-critical messages (UK forum)
  https://sellercentral.amazon.co.uk/seller-forums/discussions/t/db680d22-9653-4034-915d-49f50d8b06d1
A4 | Amazon news post | - | Change to the messaging options: the typed tag is removed
  https://sellercentral.amazon.sa/seller-forums/discussions/t/127a23ce-b7d7-48d3-b3c8-be5260ac8c12
A4-jp | Amazon news post | - | The same news on the Japanese forum
  https://sellercentral.amazon.co.jp/seller-forums/discussions/t/32c6e280-0770-434b-825a-2b72e32d1101
A5 | Amazon | - | Buyer-seller messages: questions and answers, newest form
  https://sellercentral.amazon.com/help/hub/reference/external/G200383320?locale=en-US
A5-howto | Amazon | - | How to send, answer and find messages
  https://sellercentral.amazon.com/help/hub/reference/external/GTV8NTY5RM6N9LUN?locale=en-US
A5-howto-eu | Amazon | - | How to send, answer and find messages (Europe)
  https://sellercentral-europe.amazon.com/gp/help/external/help.html?itemID=TV8NTY5RM6N9LUN&language=en_GB
A5old | Amazon | before 2025 | Questions and answers with the old [Important] procedure
  https://sellercentral.amazon.com/gp/help/external/help.html?itemID=200383320&language=en_US
A6 | Amazon | - | The Messages page and its attachments
  https://sellercentral.amazon.sg/gp/help/external/help.html?itemID=200389080&language=en_SG
A7 | Amazon | - | Advice against order and shipping notices from sellers
  https://sellercentral.amazon.com/gp/help/external/help.html?itemID=201901640&language=en-US
A8 | Amazon | - | Contact Response Time: what is measured
  https://sellercentral.amazon.com/gp/help/external/200549770?language=en-US
A9 | Amazon | - | Advice on answering buyers in time
  https://sellercentral.amazon.com/gp/help/external/202152030
A10 | Amazon news post | - | 48 hours to answer before an A-to-z claim
  https://sellercentral.amazon.com/forums/t/amazon-has-adjusted-the-seller-response-policy-for-the-a-to-z-guarantee/544611
A11 | Amazon | - | Product review policy: list of violations
  https://sellercentral.amazon.com/gp/help/external/help.html?itemID=E8SYAZUBGVFBHCH&language=en_US
A12 | Amazon | - | Product reviews: questions and answers
  https://sellercentral.amazon.com/gp/help/external/G201972160
A13 | Amazon | - | Product reviews: zero tolerance and its penalties
  https://sellercentral.amazon.it/gp/help/external/GYRKB5RU3FS5TURN?language=en_IT
A14 | Amazon | - | What to do about negative seller feedback
  https://sellercentral.amazon.com.au/gp/help/external/202126280?language=en_AU
A15 | Amazon | - | Selling policies and seller code of conduct
  https://sellercentral.amazon.com/gp/help/external/help.html?itemID=1801&language=de_DE
A16 | Amazon | - | Prohibited seller activities
  https://sellercentral.amazon.fr/gp/help/external/help.html?itemID=200386250&language=en_FR
A17 | Amazon | - | Cancelling orders
  https://sellercentral.amazon.ca/gp/help/external/help.html?itemID=201722390&language=en_CA
A17-sa | Amazon | - | Cancelling orders, Saudi and Emirates copy
  https://sellercentral.amazon.sa/gp/help/external/help.html?itemID=201722390&language=en_AE
A18 | Amazon | - | Customer service for orders fulfilled by Amazon
  https://sellercentral.amazon.com.br/gp/help/external/help.html?itemID=200298130&language=en_US
A18-jp | Amazon | - | Customer service for orders fulfilled by Amazon, Japanese copy
  https://sellercentral.amazon.co.jp/gp/help/external/help.html?itemID=200298130&language=en_JP
A19 | Amazon | - | Invoices for Amazon Business orders (UK)
  https://sellercentral.amazon.co.uk/gp/help/external/help.html?itemID=HTQ5U9J25GBF5YB&language=en_GB
A20 | Amazon | 2026-01-30 | Messaging interface for programs: the message types
  https://github.com/amzn/selling-partner-api-models/blob/main/models/messaging-api-model/messaging.json
A21 | Amazon | - | Solicitations interface: one review request per order
  https://github.com/amzn/selling-partner-api-models/blob/main/models/solicitations-api-model/solicitations.json
A22 | Amazon | - | Setting up review requests by program
  https://developer-docs.amazon.com/sp-api/docs/set-up-the-solicitations-api
A22-window | Amazon | - | Asking for feedback on an order: the time window
  https://developer-docs.amazon.com/sp-api/docs/solicit-feedback-for-an-order
A23 | Amazon | - | Messaging interface: guide with use cases
  https://developer-docs.amazon.com/sp-api/docs/messaging-api-v1-use-case-guide
A24 | Amazon developer support | - | Message type not available for an order (thread 1662)
  https://github.com/amzn/selling-partner-api-docs/issues/1662
A24-460 | Amazon developer support | - | The feedback-removal message type (thread 460)
  https://github.com/amzn/selling-partner-api-models/issues/460
A24-5077 | Amazon developer support | - | Programs can send but not read messages (thread 5077)
  https://github.com/amzn/selling-partner-api-models/issues/5077
A24-5131 | Amazon developer support | 2026-02 | The buyer's alias left the order data (thread 5131)
  https://github.com/amzn/selling-partner-api-models/issues/5131
A25 | Amazon | - | The Customer Reviews page for brand owners
  https://sellercentral.amazon.ca/gp/help/external/help.html?itemID=XATYDG72KXPG7EM&language=en_CA
A26 | Amazon | - | Messaging permissions and approved senders
  https://sellercentral.amazon.it/gp/help/external/help.html?itemID=201054220&language=en_IT
A27 | Amazon | - | Notification preferences
  https://sellercentral.amazon.com/gp/help/external/G871
A28 | Amazon | - | Seller feedback: when and how buyers leave it
  https://sellercentral-europe.amazon.com/gp/help/external/help.html?itemID=761&language=en_GB
A29 | Amazon news post | 2020-11-06 | Reminder of the new communication guidelines (German forum)
  https://sellercentral.amazon.de/forums/t/aktualisierte-kommunikationsrichtlinien-fur-alle-verkaufer/355168
A30 | Amazon | - | Easy Ship in India and the Emirates: Amazon answers the buyer
  https://sellercentral.amazon.ae/gp/help/external/help.html?itemID=KC5897QZDTPHEP4&language=en_AE
A31 | Amazon | - | Home Services appointments
  https://sellercentral.amazon.com/help/hub/reference/GQT33PDCBBKZTH9U
A32 | Amazon | - | About A-to-z Guarantee refunds (help for buyers)
  https://www.amazon.sa/-/en/gp/help/customer/display.html?nodeId=201889410
A33 | Amazon | - | How to ask for an A-to-z Guarantee refund (help for buyers)
  https://www.amazon.com.au/gp/help/customer/display.html?nodeId=201889740
A34 | Amazon | - | Ordering from a third-party seller (help for buyers)
  https://www.amazon.com/gp/help/customer/display.html?nodeId=537802
A35 | Amazon | - | How to tell a scam (help for buyers)
  https://www.amazon.co.uk/gp/help/customer/display.html?nodeId=G4YFYCCNUSENA23B
T1 | EcommerceBytes | 2020-09-08 | The eleven rules on how a message may look
  https://www.ecommercebytes.com/C/abblog/blog.pl?/comments/2020/9/1599588424.html
T2 | ZonGuru | 2020-09 | Lists of what messages may not contain
  http://help.zonguru.com/en/articles/2930356-are-you-allowed-to-ask-for-an-amazon-review-after-a-sale-on-amazon
T3 | ZonMaster | 2021 | Messages are scanned by machine from March 2021
  https://blog.zonmaster.com/2021/amazon-ai-identifies-non-compliant-emails
T4 | eComEngine | - | What may be included in a message
  https://www.ecomengine.com/help/what-can-i-include-in-my-emails
T4new | eComEngine | - | What may be included, newer snapshot of the page
  https://www.ecomengine.com/help/what-can-i-include-in-my-emails
T4old | eComEngine | - | What may be included, older snapshot of the page
  https://www.ecomengine.com/help/what-can-i-include-in-my-emails
T5 | eComEngine | - | Blocked messages and restrictions on writing first
  https://ecomengine.com/help/amazon-restriction-proactive-emails
T6 | eComEngine | - | Checklist before sending
  https://www.ecomengine.com/help/compliance-checklist
T7 | Enida | - | Support by the rules, quoting the German guidelines
  https://www.support.enida.de/allblog/amazonkonformer-kundensupport-redeb
T8 | eDesk | 2025 | Terms of service update, naming 25 April 2025
  https://www.edesk.com/blog/amazon-terms-of-service
T9 | eDesk | - | Avoiding suspension over feedback messages
  https://support.edesk.com/tips-to-avoid-amazon-suspension-when-sending-proactive-feedback-messages
T10 | Georges Blog | 2025 | Sellers' messaging restricted, the tag is gone
  https://georges.blog/feed/amazon-restricts-seller-messaging-with-new-policy-changes
T11 | TKTK | 2025 | The same change, reported in French
  https://www.tktk.com/fr/news/3139.html
T12 | 56ok | - | Words said to trigger suspensions over reviews
  https://en.56ok.com/topic/detail-813365-amazon-suspends-sellers-for-policy-violations.html
T13 | Javashuo | - | Chinese summary of a later revision of the guidelines
  http://www.javashuo.com/article/p-vwluugqy-vm.html
T14 | SupplyKick | - | Update of the communication guidelines
  https://www.supplykick.com/blog/amazon-communication-guidelines-update
T15 | Amazon Sellers Lawyer | - | A law firm on the changed communication policy
  https://www.amazonsellerslawyer.com/blog/amazon-changes-communication-policy-buyer-seller-messaging/
T16 | Helium 10 | - | New communication rules
  https://www.helium10.com/blog/new-amazon-communication-rules/
T17 | FeedbackWhiz | - | How to tell that a message breaks the terms
  https://support.feedbackwhiz.com/hc/en-us/articles/360038814973-How-can-I-tell-If-I-am-violating-Amazon-s-TOS-
T18 | Jungle Scout | - | Updated communication guidelines
  https://www.junglescout.com/blog/amazon-updates-communication-guidelines/
T19 | QMT | - | Messaging restriction: how long it lasts
  https://qmt.io/docs/402
T19-403 | QMT | - | Messaging restriction: what still works
  https://qmt.io/docs/403
T20 | ChannelX | 2018-09 | Response time leaves the performance page
  https://channelx.world/2018/09/amazon-seller-performance-metrics-changes/
T20-2012 | ChannelX | 2012-07 | Communication metrics in 2012
  https://channelx.world/2012/07/amazon-change-communication-metrics/
T21 | ChannelX | 2020-03 | Business invoices no longer by message
  https://channelx.world/2020/03/amazon-business-invoicing-policy-changes/
T22 | ChannelX | 2020-09 | The guidelines become a programme policy
  https://channelx.world/2020/09/amazon-communication-guidelines-becomes-new-programme-policy/
T23 | Youniverse | - | An agency's notes on handling messages in a help desk
  https://en.doc.ccm.youniverse.cc/en-US/notes-on-handling-amazon-messages-(noora)-138254
T24 | Efficient Era | - | How to ask for a review, with good and bad wordings
  https://github.com/bernieplug/eepelican/blob/HEAD/content/blog/how-ask-review.md
T24-ruin | Efficient Era | 2019-05 | Nine ways to spoil a message after the order
  https://github.com/bernieplug/eepelican/blob/HEAD/content/blog/2019/05/9-ways-to-ruin-post-order-emails.md
T24-optout | Efficient Era | - | News on buyers who opt out
  https://github.com/bernieplug/eepelican/blob/HEAD/content/blog/update-opt-out.md
T24-howmany | Efficient Era | - | How many follow-up messages to send
  https://github.com/bernieplug/eepelican/blob/HEAD/content/blog/how-many-follow-up-emails.md
T25 | KuudoAI | 2026-09-29 | Notes on the messaging interface, checked against its schemas
  https://github.com/KuudoAI/skills/tree/HEAD/skills/amazon-sp-messaging-api
T26 | ReplyManager | 2017 | Opt-out: what bounces and what does not
  https://support.replymanager.com/rm-amazon-opt-out
T27 | Trendle | - | Keeping to the mailing terms
  https://trendle.io/docs/respecting-amazons-emailing-terms-of-service-tos/
T28 | Viral Launch | 2017 | The bounce mail sent when a buyer opted out
  https://viral-launch.com/blog/amazon-news-updates/amazons-warning-sellers-about-contacting-opted-out-buyers/
T29 | Knowmates | - | German law: asking for a review is advertising
  https://www.knowmates.de/bewertungen-auf-amazon/
T30 | Seller Smile | - | Courtesy refunds reach buyers who opted out
  https://sellersmile.com/how-to-offer-refunds-to-opted-out-amz-buyers
T31 | Feedvisor | 2026-04 | The messaging service explained
  https://feedvisor.com/university/buyer-seller-messaging-service/
T32 | Sell on Amazon Israel | 2019 | The 2019 clarification of the guidelines
  https://sellonamazonisrael.com/amazon-updates-its-communication-guidelines-what-you-need-to-know
T33 | DigitalFRKS | - | What is allowed when writing to buyers
  https://digitalfrks.com/communication-with-buyers-on-amazon-what-is-allowed-and-what-not-to-do-when-communicating-with-buyers-on-amazon
T34 | Oliver Piroska | 2023 | Summary of the messages questions and answers
  https://oliverpiroska.wixsite.com/europe-market-eu/post/buyer-seller-messages-faq
T35 | Digital Brand Works | 2019-06-24 | Buyer-seller messaging, with opt-out
  https://www.digitalbrandworks.com/blog/2019/06/24/amazon-buyer-seller-messaging/
T36 | A seller, on Amazon's UK forum | - | Account closed after asking for changed reviews
  https://sellercentral.amazon.co.uk/seller-forums/discussions/t/f9bf99667a83c3be531e950d6abf41fb
T37 | Standwell | - | When the reviews tool lets a brand contact a buyer
  https://www.usestandwell.com/resources/when-can-sellers-contact-customers-through-the-customer-reviews-tool
T38 | go2market | 2026-02 | Review rules and writing to buyers (Polish)
  https://go2market.eu/aktualnosci/recenzje-amazon-zasady-komunikacji-z-klientem
T39 | Sonemos | 2020 | The new lists, point by point
  https://sonemos.be/amazon-new-communication-guidelines-for-buyer-seller-messages
T40 | Cloud Commerce Pro | 2020 | Update of the communication guidelines
  https://guide.cloudcommercegroup.com/en/articles/4480212-ccp-amazon-communication-guidelines-update
T41 | BQool | - | Updates to the communication guidelines
  https://blog.bqool.com/amazon-communications-guidelines-updates
T42 | Wunderman Thompson | - | Messages sent first, and permitted messages
  https://www.wundermanthompson.com/insight/new-at-amazon
T43 | xSellco | 2018 | Opt-out by country
  https://www.xsellco.com/resources/amazon-buyer-opt-policy/amp/
T50 | FeedbackFive | 2017-05-16 | Opt-out and the tag in mail programs
  https://www.feedbackfive.com/blog/buyer-opt-out
T51 | BQool | - | Notice that the daily limit was reached
  https://support.bqool.com/hc/en-us/articles/900000416526--Amazon-Notification-for-Customer-Care-Email-Sent-Limit
T52 | Evanik | - | How many messages a day: 500 on a week's orders
  http://me.evanik.com/support/solutions/articles/67000223237-how-many-messages-can-i-send-in-a-day-
T53 | Seller Labs | - | How many messages a day: counted over 180 days
  https://support.sellerlabs.com/en/articles/883378-how-many-messages-can-i-send-per-day
T54 | Color More Lines | 2020 | The subject cannot be edited in Seller Central
  https://colormorelines.com/
T55 | Acadia | 2015-12 | The 12-hour answer of one holiday season
  https://blog.acadia.io/
T56 | Sage Seller | - | Messages said to be kept for 60 days
  https://sageseller.com/
T57 | eComEngine | 2021-08-24 | Where buyers find the opt-out setting
  https://www.ecomengine.com/blog/buyer-opt-out-good-thing
T58 | Seller Central forum | - | Scam mails to sellers and where to report them (Spanish forum)
  https://sellercentral.amazon.es/seller-forums/discussions/t/27f54062-b1e3-4e09-9215-d462ad80a103
T59 | Optyo | - | Inviting a person to Seller Central, with permissions
  https://optyo.net/blog/amazon---invite-a-user-to-amazon-seller-central
T60 | EcommerceBytes | 2022-12-20 | Amazon's letter to shoppers on scams
  https://www.ecommercebytes.com/2022/12/20/amazon-warns-shoppers-to-lookout-for-online-scammers-with-days-to-go-before-christmas/
T61 | Seller Labs | - | Why a message could not be delivered, with the red texts
  https://support.sellerlabs.com/en/articles/12400642-why-amazon-could-not-deliver-a-custom-message
T62 | A seller, on Amazon's Japanese forum | 2018 | The Japanese mail that says a message was not delivered
  https://sellercentral.amazon.co.jp/forums/t/topic/6486/2
S | Aura | 2026-02-18 | Amazon Message Center: how to check and manage messages
  https://goaura.com/blog/amazon-message-center
"""
