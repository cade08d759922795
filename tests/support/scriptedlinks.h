#pragma once

#include "app/core/backgroundtask.h"
#include "app/transfers/linksource.h"
#include "app/transfers/partlinks.h"

#include <QList>
#include <deque>

namespace longshore {

/// A provider that gives links as scripted; counts how often it is asked.
class ScriptedLinks final : public LinkSource
{
public:
    explicit ScriptedLinks(SignedUrl first = {}) : m_current(std::move(first)) { }

    std::deque<Result<SignedUrl>> next; ///< answers to renew(), then LinkExpired
    int asked = 0;

    [[nodiscard]] SignedUrl current() const override { return m_current; }
    [[nodiscard]] ResultTask<SignedUrl>* renew(QObject* parent) override
    {
        ++asked;
        Result<SignedUrl> answer = fail(Error::Code::LinkExpired);
        if (!next.empty()) {
            answer = next.front();
            next.pop_front();
        }
        if (answer) {
            m_current = *answer;
        }
        return new BackgroundTask<SignedUrl>([answer](const CancelFlag&) { return answer; }, parent);
    }

private:
    SignedUrl m_current;
};

/// The same for the parts of an upload session.
class ScriptedPartLinks final : public PartLinkSource
{
public:
    explicit ScriptedPartLinks(PartLinks first = {}) : m_current(std::move(first)) { }

    std::deque<Result<PartLinks>> next; ///< answers to renew(), then LinkExpired
    int asked = 0;

    [[nodiscard]] PartLinks current() const override { return m_current; }
    [[nodiscard]] ResultTask<PartLinks>* renew(QObject* parent) override
    {
        ++asked;
        Result<PartLinks> answer = fail(Error::Code::LinkExpired);
        if (!next.empty()) {
            answer = next.front();
            next.pop_front();
        }
        if (answer) {
            m_current = *answer;
        }
        return new BackgroundTask<PartLinks>([answer](const CancelFlag&) { return answer; }, parent);
    }

private:
    PartLinks m_current;
};

} // namespace longshore
