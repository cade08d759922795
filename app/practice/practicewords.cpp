#include "app/practice/practicewords.h"

#include "app/practice/practicevalues.h"

#include <array>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

template <std::size_t Count>
QString pick(const std::array<const char16_t*, Count>& words, Dice& dice)
{
    return QString::fromUtf16(words.at(static_cast<std::size_t>(dice.between(0, qint64{Count} - 1))));
}

constexpr std::array firstNames{u"Åsa",    u"Johan",  u"Märta",  u"Emil",   u"Ingrid",  u"Nils",  u"Sigrid", u"Oskar",
                                u"Amélie", u"Théo",   u"Zoë",    u"Jürgen", u"Katrin",  u"Lukas", u"Greta",  u"Matteo",
                                u"Chiara", u"Íñigo",  u"Lucía",  u"Tomasz", u"Zofia",   u"Eero",  u"Aino",   u"Priya",
                                u"Arjun",  u"Harper", u"Wesley", u"Imogen", u"Desmond", u"Yuki",  u"Noor",   u"Malik"};
constexpr std::array lastNames{u"Lindqvist", u"Bergström", u"Holmén",    u"Wikander",   u"Sjögren",   u"Dahlberg",
                               u"Falkenau",  u"Brückner",  u"Rosenthal", u"Vandermeer", u"Castellan", u"Marchetti",
                               u"Ibáñez",    u"Quintero",  u"Kowalczyk", u"Virtanen",   u"Lehtonen",  u"Okonkwo",
                               u"Raghavan",  u"Ashworth",  u"Pemberton", u"Thackeray",  u"Ferreira",  u"Tanaka"};
constexpr std::array streets{u"Kvarngatan",       u"Björkvägen",   u"Harbour Lane", u"Mill Road", u"Lindenallee",
                             u"Rue des Tilleuls", u"Via del Faro", u"Calle Mayor",  u"Rantatie",  u"Orchard Street"};
constexpr std::array cities{u"Norrhamn", u"Västerlund", u"Østby",   u"Graufeld",     u"Seeheim",   u"Port Willow",
                            u"Ashcombe", u"Montclair",  u"Valdoro", u"Puerto Claro", u"Kivilahti", u"Zielona Dolina"};
constexpr std::array countries{u"Sweden", u"Norway", u"Denmark", u"Finland", u"Germany",        u"Poland",
                               u"France", u"Spain",  u"Italy",   u"Ireland", u"United Kingdom", u"Netherlands"};
constexpr std::array countryCodes{u"SE", u"NO", u"DK", u"FI", u"DE", u"PL", u"FR", u"ES", u"IT", u"IE", u"GB", u"NL"};
constexpr std::array firms{u"Nordvik", u"Blåklint",  u"Halden",     u"Copperfield", u"Saltmarsh",
                           u"Aurora",  u"Tidewater", u"Fjällkvist", u"Grünwald",    u"Larkspur"};
constexpr std::array firmKinds{u"AB", u"GmbH", u"Ltd", u"Oy", u"& Söner", u"Group", u"Trading", u"Outfitters"};
constexpr std::array adjectives{u"quiet",      u"sturdy", u"new",      u"Nordic",  u"everyday", u"handmade",
                                u"waterproof", u"light",  u"seasonal", u"digital", u"local",    u"warm"};
constexpr std::array nouns{u"harbour",  u"workshop", u"winter coat", u"newsletter", u"guide",
                           u"kettle",   u"backpack", u"garden",      u"report",     u"lantern",
                           u"campaign", u"bicycle",  u"timetable",   u"bookshelf"};
constexpr std::array verbs{u"opens in",    u"moves to",   u"is part of", u"prepares for",
                           u"learns from", u"returns to", u"pays for",   u"is photographed beside"};
constexpr std::array typeKinds{u"Page", u"Block", u"Media", u"Folder", u"Form", u"Settings", u"List", u"Teaser"};
constexpr std::array typeNames{u"Standard", u"News",  u"Product",  u"Contact",  u"Landing", u"Article",
                               u"Search",   u"Image", u"Campaign", u"Employee", u"Event",   u"Start"};

QString capitalised(QString text)
{
    text[0] = text.at(0).toUpper();
    return text;
}

/// Letters without their marks, lower case; everything that is not a letter or digit falls out.
QString plain(const QString& text)
{
    QString letters;
    const QString decomposed = text.normalized(QString::NormalizationForm_D).toLower();
    for (const QChar c : decomposed) {
        if ((c >= u'a' && c <= u'z') || c.isDigit()) {
            letters.append(c);
        } else if (c == u' ' || c == u'-') {
            letters.append(u'-');
        }
    }
    return letters;
}

QString twoDigits(Dice& dice)
{
    return u"%1"_s.arg(dice.between(0, 99), 2, 10, QChar(u'0'));
}

} // namespace

QString PracticePerson::userName(qint64 number) const
{
    return plain(first) + u'.' + plain(last) + QString::number(number);
}

PracticePerson practicePerson(Dice& dice)
{
    static constexpr std::array domains{u"example.com", u"example.org", u"example.net"};
    PracticePerson person;
    person.first = pick(firstNames, dice);
    person.last = pick(lastNames, dice);
    switch (dice.between(0, 2)) {
    case 0:
        person.phone = u"+46 70 174 06 "_s + twoDigits(dice);
        break;
    case 1:
        person.phone = u"+44 20 7946 01"_s + twoDigits(dice);
        break;
    default:
        person.phone = u"+1 202 555 01"_s + twoDigits(dice);
    }
    person.domain = pick(domains, dice);
    return person;
}

QString practiceCompany(Dice& dice)
{
    const QString name = pick(firms, dice);
    return name + u' ' + pick(firmKinds, dice);
}

QString practiceStreet(Dice& dice)
{
    const QString name = pick(streets, dice);
    return name + u' ' + QString::number(dice.between(1, 140));
}

QString practiceCity(Dice& dice)
{
    return pick(cities, dice);
}

QString practiceCountry(Dice& dice)
{
    return pick(countries, dice);
}

QString practiceCountryCode(Dice& dice)
{
    return pick(countryCodes, dice);
}

QString practiceHeadline(Dice& dice)
{
    const QString adjective = pick(adjectives, dice);
    return capitalised(adjective + u' ' + pick(nouns, dice));
}

QString practiceSentence(Dice& dice)
{
    const QString subject = practiceHeadline(dice);
    const QString verb = pick(verbs, dice);
    const QString adjective = pick(adjectives, dice);
    return u"%1 %2 the %3 %4."_s.arg(subject, verb, adjective, pick(nouns, dice));
}

QString practiceProduct(Dice& dice)
{
    const QString name = pick(firms, dice);
    return name + u' ' + pick(nouns, dice);
}

QString practiceTypeName(Dice& dice)
{
    const QString name = pick(typeNames, dice);
    return name + pick(typeKinds, dice);
}

QString practiceSlug(const QString& text)
{
    return plain(text);
}

} // namespace longshore
