#pragma once

#include <QString>
#include <QStringList>

namespace longshore {

class Dice;

/// Somebody who does not exist: names are mixed from lists, mail goes to reserved domains, and phone numbers are from
/// the ranges kept free for fiction.
struct PracticePerson
{
    QString first;
    QString last;
    QString phone;
    QString domain;

    [[nodiscard]] QString userName(qint64 number) const; ///< "asa.lindqvist12", plain letters
};

[[nodiscard]] PracticePerson practicePerson(Dice& dice);
[[nodiscard]] QString practiceCompany(Dice& dice);
[[nodiscard]] QString practiceStreet(Dice& dice);
[[nodiscard]] QString practiceCity(Dice& dice);
[[nodiscard]] QString practiceCountry(Dice& dice);
[[nodiscard]] QString practiceCountryCode(Dice& dice);
[[nodiscard]] QString practiceHeadline(Dice& dice);
[[nodiscard]] QString practiceSentence(Dice& dice);
[[nodiscard]] QString practiceProduct(Dice& dice);
[[nodiscard]] QString practiceTypeName(Dice& dice);
[[nodiscard]] QString practiceSlug(const QString& text);

} // namespace longshore
