import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { FreeText } from '@/components/ui/free-text'
import { LinkButton } from '@/components/ui/link-button'
import { Folds, Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { IncomingShown } from '@/lib/incoming/incoming.data'
import { WARN_AFTER_DAYS } from '@/lib/incoming/incoming.rules'
import type { IncomingText } from './incoming-lines'
import { AnswerForm, GiveForm, PlaceForm, RefuseForm } from './triage-forms'
import { URGENCY_LOOK } from './urgency-look'

/** One person of whom a partner let the office know: what was typed, and what can become of it. */
export const IncomingPage = ({
  incoming: { id, version, urgency, given, days, outcome, words },
  colleagues,
  lines,
}: IncomingShown & { readonly lines: readonly IncomingText[] }) => {
  const t = useTranslations('incoming')
  const which = { incomingId: id, version }
  return (
    <>
      <BackLink href="/enquiries/incoming">{t('list.title')}</BackLink>
      <PageTitle title={t('one')}>
        <span className="flex flex-wrap items-center gap-2">
          <Tag kind={URGENCY_LOOK[urgency]}>{t(`urgencyShort.${urgency}`)}</Tag>
          {outcome !== null || days < WARN_AFTER_DAYS ? null : (
            <Tag kind="late">{t('list.late', { count: days })}</Tag>
          )}
          {given === null ? null : <span>{t('list.given', { name: given.name })}</span>}
        </span>
      </PageTitle>
      <div className="grid max-w-prose gap-6">
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(9rem,30%)_1fr]">
          {lines.map(({ label, text }) => (
            <div key={label} className="contents">
              <dt className="text-muted">{label}</dt>
              <dd className="min-w-0 max-sm:mb-2">
                <FreeText text={text} />
              </dd>
            </div>
          ))}
        </dl>
        {outcome === null ? (
          <Section title={t('triage.title')}>
            <p className="text-sm text-muted">{t('triage.what')}</p>
            <div className="mt-3 flex flex-wrap gap-3">
              <LinkButton href={`/people/new?incoming=${id}`}>{t('triage.file')}</LinkButton>
              <LinkButton kind="quiet" href={`/enquiries?incoming=${id}`}>
                {t('triage.enquiry')}
              </LinkButton>
            </div>
            <Folds>
              <PlaceForm {...which} />
              <AnswerForm {...which} />
              <RefuseForm {...which} />
              {colleagues.length === 0 ? null : (
                <GiveForm
                  {...which}
                  colleagues={colleagues.map((one) => ({ value: one.id, label: one.name }))}
                />
              )}
            </Folds>
          </Section>
        ) : (
          <Section title={t('list.settled')}>
            <p>{t(`outcome.${outcome}`)}</p>
            {words === null ? null : <FreeText text={words} />}
          </Section>
        )}
      </div>
    </>
  )
}
