#include "app/practice/vectorseed.h"

#include "app/practice/practicevalues.h"
#include "app/practice/practicewords.h"
#include "app/practice/vectordump.h"
#include "app/practice/vectortables.h"

#include <QFile>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr qint64 users = 24;
constexpr qint64 products = 12;
constexpr qint64 posts = 40;
constexpr qint64 orders = 36;

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

QByteArray text(const QString& plain)
{
    return DumpWriter::text(plain.toUtf8());
}

QByteArray money(qint64 cents)
{
    return QByteArray::number(cents / 100) + '.' + QByteArray::number(cents % 100).rightJustified(2, '0') + "000000";
}

/// Fills the tables, one after the other. Row n of every table about people is about the same one.
class Site final
{
public:
    Site(const VectorSeed& what, DumpWriter& dump, const CancelFlag& cancel)
        : m_what(what), m_dump(dump), m_cancel(cancel), m_seed(mixSeed(what.seed, what.database))
    { }

    void write()
    {
        m_dump.begin(m_what.database.toUtf8());
        options();
        people();
        content();
        comments();
        terms();
        shop();
        m_dump.end();
    }

private:
    [[nodiscard]] Dice dice(QStringView purpose, qint64 row) const
    {
        return Dice(mixSeed(mixSeed(m_seed, purpose), static_cast<quint64>(row)));
    }
    [[nodiscard]] PracticePerson person(qint64 row) const
    {
        Dice own = dice(u"person", row);
        return practicePerson(own);
    }
    [[nodiscard]] QByteArray when(qint64 row, qint64 stepHours) const
    {
        const QDateTime begin(QDate(2025, 3, 1), QTime(7, 12), QTimeZone::utc());
        return DumpWriter::text(
            begin.addSecs(row * stepHours * 3600 + row * 97).toString(u"yyyy-MM-dd HH:mm:ss"_s).toLatin1());
    }
    [[nodiscard]] QString url() const { return u"https://"_s + m_what.domain; }
    void table(const char* name) { m_dump.table(name, vectorTable(name)); }

    void options();
    void people();
    void content();
    void post(qint64 id, const QString& type, qsizetype filler);
    void comments();
    void terms();
    void shop();
    void order(qint64 row);

    const VectorSeed& m_what;
    DumpWriter& m_dump;
    const CancelFlag& m_cancel;
    quint64 m_seed;
};

void Site::options()
{
    table("wp_options");
    const QByteArray site = url().toUtf8();
    const QByteArray widgets =
        phpArray({{phpNumber(2), phpArray({{phpText("title"), phpText("Öppettider 🕘")},
                                           {phpText("text"), phpText("Varmt bröd från klockan sju – " + site)}})},
                  {phpText("_multiwidget"), phpNumber(1)}});
    const QByteArray plugins = phpArray({{phpNumber(0), phpText("woocommerce/woocommerce.php")},
                                         {phpNumber(1), phpText("vector-cache/vector-cache.php")}});
    const QByteArray roles =
        phpArray({{phpText("administrator"),
                   phpArray({{phpText("name"), phpText("Administrator")},
                             {phpText("capabilities"), phpArray({{phpText("manage_options"), "b:1;"}})}})},
                  {phpText("customer"), phpArray({{phpText("name"), phpText("Kund ☕")},
                                                  {phpText("capabilities"), phpArray({{phpText("read"), "b:1;"}})}})}});
    const QList<std::pair<QByteArray, QByteArray>> all{
        {"siteurl", site},
        {"home", site},
        {"blogname", "Practice shop 🥐"},
        {"admin_email", "admin@longshore.example"},
        {"blog_charset", "UTF-8"},
        {"active_plugins", plugins},
        {"wp_user_roles", roles},
        {"widget_text", widgets},
        {"woocommerce_currency", "SEK"},
        {"woocommerce_custom_orders_table_enabled", "yes"},
        {"theme_mods_bakery", phpArray({{phpText("header_image"), phpText(site + "/wp-content/uploads/hero.jpg")},
                                        {phpText("motto"), phpText("It's \"fresh\" every day \\o/ 🥖")}})}};
    qint64 id = 1;
    for (const auto& [name, value] : all) {
        m_dump.row({number(id++), DumpWriter::text(name), DumpWriter::text(value), DumpWriter::text("yes")});
    }
}

void Site::people()
{
    table("wp_users");
    for (qint64 id = 1; id <= users; ++id) {
        const PracticePerson who = person(id);
        const QString login = who.userName(id);
        m_dump.row({number(id), text(login),
                    DumpWriter::text("$P$B" + dice(u"password", id).bytes(20).toHex().left(30)), text(login),
                    text(login + u'@' + who.domain), text(QString()), when(id, 31), text(QString()), number(0),
                    text(who.first + u' ' + who.last)});
    }
    table("wp_usermeta");
    qint64 row = 1;
    for (qint64 id = 1; id <= users; ++id) {
        const PracticePerson who = person(id);
        const QByteArray role = id == 1 ? QByteArray("administrator") : QByteArray("customer");
        const QList<std::pair<QByteArray, QByteArray>> all{
            {"first_name", who.first.toUtf8()},
            {"last_name", who.last.toUtf8()},
            {"wp_capabilities", phpArray({{phpText(role), "b:1;"}})},
            {"billing_phone", who.phone.toUtf8()},
            {"session_tokens", phpArray({{phpText(dice(u"session", id).bytes(16).toHex()),
                                          phpArray({{phpText("ip"), phpText("192.0.2." + number(id))},
                                                    {phpText("ua"), phpText("Mozilla/5.0 (practice)")}})}})}};
        for (const auto& [name, value] : all) {
            m_dump.row({number(row++), number(id), DumpWriter::text(name), DumpWriter::text(value)});
        }
    }
}

void Site::post(qint64 id, const QString& type, qsizetype filler)
{
    Dice own = dice(type, id);
    const QString title =
        (type == u"product" ? practiceProduct(own) : practiceHeadline(own)) + (id % 5 == 0 ? u" 🎉"_s : QString());
    // One after the other: in which order an expression throws its dice is the compiler's choice.
    QString body = u"<!-- wp:paragraph -->\n<p>"_s;
    body += practiceSentence(own);
    body += u" <a href=\""_s + url() + u"/?p="_s + QString::number(id) + u"\">"_s;
    body += practiceSentence(own);
    body += u"</a></p>\n<!-- /wp:paragraph -->"_s;
    while (body.size() < filler) {
        body += u"\n<p>"_s + practiceSentence(own) + u"</p>"_s;
    }
    m_dump.row({number(id), number(1 + id % 3), when(id, 19), when(id, 19), text(body), text(title), text(QString()),
                text(u"publish"_s), text(u"open"_s), text(practiceSlug(title) + u'-' + QString::number(id)),
                when(id, 19), number(0), text(url() + u"/?p="_s + QString::number(id)), number(0), text(type),
                text(type == u"attachment" ? u"image/jpeg"_s : QString()), number(0)});
}

void Site::content()
{
    table("wp_posts");
    qint64 id = 1;
    for (; id <= posts; ++id) {
        post(id, id % 4 == 0 ? u"page"_s : id % 7 == 0 ? u"attachment"_s : u"post"_s, 0);
    }
    for (; id <= posts + products; ++id) {
        post(id, u"product"_s, 0);
    }
    // Older posts, until the dump has its size; the other tables take next to nothing.
    constexpr qsizetype largePost = 24 * 1024;
    const qint64 wanted = m_what.sizeMb * 1'000'000;
    for (id = 1000; m_dump.size() + largePost * 40 < wanted && m_dump.isGood() && !m_cancel->load(); ++id) {
        post(id, u"post"_s, largePost);
    }
    table("wp_postmeta");
    qint64 row = 1;
    for (id = 1; id <= posts + products; ++id) {
        Dice own = dice(u"meta", id);
        const QByteArray file = "2025/0" + number(1 + id % 9) + "/bild-" + number(id) + "-✨.jpg";
        const QByteArray sizes = phpArray(
            {{phpText("thumbnail"), phpArray({{phpText("file"), phpText("bild-" + number(id) + "-150x150.jpg")},
                                              {phpText("width"), phpNumber(150)}})}});
        m_dump.row(
            {number(row++), number(id), DumpWriter::text("_wp_attachment_metadata"),
             DumpWriter::text(phpArray({{phpText("width"), phpNumber(1600)},
                                        {phpText("file"), phpText(file)},
                                        {phpText("source"), phpText(url().toUtf8() + "/wp-content/uploads/" + file)},
                                        {phpText("sizes"), sizes}}))});
        m_dump.row({number(row++), number(id), DumpWriter::text(id > posts ? "_price" : "_edit_lock"),
                    DumpWriter::text(number(own.between(10, 900)))});
    }
}

void Site::comments()
{
    table("wp_comments");
    for (qint64 id = 1; id <= posts; ++id) {
        Dice own = dice(u"comment", id);
        const PracticePerson who = person(1 + id % users);
        m_dump.row({number(id), number(1 + id % posts), text(who.first + u' ' + who.last),
                    text(who.userName(id) + u'@' + who.domain), text(QString()),
                    DumpWriter::text("198.51.100." + number(id % 250)), when(id, 23), when(id, 23),
                    text(practiceSentence(own) + (id % 3 == 0 ? u" 👍🏽"_s : QString())), number(0), text(u"1"_s),
                    text(u"Mozilla/5.0"_s), text(u"comment"_s), number(0), number(1 + id % users)});
    }
}

void Site::terms()
{
    static const QStringList names{u"Bröd"_s, u"Kaffe ☕"_s, u"Nyheter"_s, u"Kakor 🍪"_s};
    table("wp_terms");
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_dump.row({number(i + 1), text(names.at(i)), text(practiceSlug(names.at(i))), number(0)});
    }
    table("wp_term_taxonomy");
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_dump.row({number(i + 1), number(i + 1), text(i % 2 == 0 ? u"product_cat"_s : u"category"_s), text(QString()),
                    number(0), number(posts / names.size())});
    }
    table("wp_term_relationships");
    for (qint64 id = 1; id <= posts + products; ++id) {
        m_dump.row({number(id), number(1 + id % names.size()), number(0)});
    }
}

void Site::order(qint64 row)
{
    Dice own = dice(u"order", row);
    const qint64 customer = 1 + own.between(1, users - 1);
    const PracticePerson who = person(customer);
    m_dump.row({number(5000 + row), text(row % 6 == 0 ? u"wc-refunded"_s : u"wc-completed"_s), text(u"SEK"_s),
                text(u"shop_order"_s), money(own.between(500, 4000)), money(own.between(5000, 90000)), number(customer),
                text(who.userName(customer) + u'@' + who.domain), when(row, 11), when(row, 11), number(0),
                text(u"practice_pay"_s), text(u"Practice Pay 💳"_s), text(QString()),
                DumpWriter::text("203.0.113." + number(row % 250)), text(u"Mozilla/5.0"_s),
                text(row % 4 == 0 ? u"Ring på hos grannen 🔔"_s : QString())});
}

void Site::shop()
{
    table("wp_wc_orders");
    for (qint64 row = 1; row <= orders; ++row) {
        order(row);
    }
    table("wp_wc_order_addresses");
    for (qint64 row = 1; row <= orders; ++row) {
        Dice own = dice(u"order", row);
        const qint64 customer = 1 + own.between(1, users - 1);
        const PracticePerson who = person(customer);
        m_dump.row({number(row), number(5000 + row), text(u"billing"_s), text(who.first), text(who.last),
                    text(practiceCompany(own)), text(practiceStreet(own)), text(practiceCity(own)),
                    DumpWriter::text(number(own.between(10000, 98499))), text(practiceCountryCode(own)),
                    text(who.userName(customer) + u'@' + who.domain), text(who.phone)});
    }
    table("wp_wc_orders_meta");
    for (qint64 row = 1; row <= orders; ++row) {
        const QByteArray link = url().toUtf8() + "/checkout/" + number(row);
        m_dump.row({number(row), number(5000 + row), DumpWriter::text("_practice_pay_data"),
                    DumpWriter::text(phpArray({{phpText("return_url"), phpText(link)},
                                               {phpText("token"), phpText(dice(u"token", row).bytes(12).toHex())}}))});
    }
    table("wp_woocommerce_order_items");
    for (qint64 row = 1; row <= orders; ++row) {
        Dice own = dice(u"item", row);
        m_dump.row({number(row), text(practiceProduct(own)), text(u"line_item"_s), number(5000 + row)});
    }
    table("wp_woocommerce_downloadable_product_permissions");
    table("wp_wc_download_log");
    table("wp_woocommerce_sessions");
    for (qint64 row = 1; row <= 8; ++row) {
        const QByteArray cart =
            phpArray({{phpText("cart"), phpText(phpArray({{phpText("note"), phpText("två kaffe ☕☕")}}))},
                      {phpText("shop"), phpText(url().toUtf8())}});
        m_dump.row({number(row), DumpWriter::text(dice(u"key", row).bytes(16).toHex()), DumpWriter::text(cart),
                    number(1768000000 + row)});
    }
}

} // namespace

QByteArray phpText(const QByteArray& text)
{
    return "s:" + QByteArray::number(text.size()) + ":\"" + text + "\";";
}

QByteArray phpNumber(qint64 number)
{
    return "i:" + QByteArray::number(number) + ';';
}

QByteArray phpArray(const QList<std::pair<QByteArray, QByteArray>>& members)
{
    QByteArray inside;
    for (const auto& [key, value] : members) {
        inside += key + value;
    }
    return "a:" + QByteArray::number(members.size()) + ":{" + inside + '}';
}

Result<void> writeVectorSeed(const QString& path, const VectorSeed& what, const CancelFlag& cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    DumpWriter dump(file);
    Site(what, dump, cancel).write();
    if (cancel->load() || !dump.isGood() || !file.flush()) {
        const bool isCancelled = cancel->load();
        file.remove();
        return isCancelled ? fail(Error::Code::Cancelled) : fail(Error::Code::DiskFull, path);
    }
    return {};
}

} // namespace longshore::practice
