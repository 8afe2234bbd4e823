import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { ConsentRow, Recipient } from '@/lib/consents/consent.data'
import type { ConsentFacts, Gap } from '@/lib/consents/cover.rules'
import { lastDayOf } from '@/lib/consents/expiry.rules'
import { LANGUAGE_NOT_NOTED, RECIPIENT_KINDS } from '@/lib/consents/vocabulary.rules'
import { languageName } from '@/lib/people/country.rules'

export type Recipients = readonly Recipient[]

/** What was asked, of what, to whom and how it stands, in words. */
export const useConsentLabels = (recipients: Recipients) => {
  const t = useTranslations('consents')
  const locale = useLocale()
  const format = useFormatter()
  const date = (at: Date | string) => formatTime(locale, at, 'day')
  const recipient = ({ recipient: of, named }: Pick<ConsentRow, 'recipient' | 'named'>): string => {
    if (of === 'named') return named
    const kind = of.startsWith('kind:') ? RECIPIENT_KINDS.read(of.slice(5)) : null
    if (kind !== null) return t(`recipient.${kind}`)
    const actor = recipients.find(({ slug }) => of === `actor:${slug}`)
    return actor?.name ?? t('recipient.house')
  }
  const title = (row: ConsentRow): string => {
    const { purpose } = row
    // Own uses have no recipient.
    return purpose === 'statistics' || purpose === 'quote'
      ? t(`purpose.${purpose}`)
      : t('titleTo', { recipient: recipient(row), what: t(`aim.${purpose}`) })
  }
  /** How it stands today, with its reason. */
  const current = (
    row: Pick<ConsentFacts, 'withdrawn' | 'expiresAt'>,
    state: Gap | 'given' | 'mistake',
  ): string => {
    if (state === 'withdrawn' && row.withdrawn !== null)
      return t('state.withdrawnOn', { on: date(row.withdrawn.on) })
    if (state === 'expired' && row.expiresAt !== null)
      return t('state.expiredOn', { on: date(lastDayOf(row.expiresAt)) })
    return t(`state.${state}`)
  }
  const present = (facts: readonly (string | null)[]): string =>
    facts.filter((fact) => fact !== null).join(' · ')
  const scopes = (row: ConsentRow): string => row.scopes.map((scope) => t(`scope.${scope}`)).join(' · ')
  /** When it was asked, who answered in place of the person, and until when the answer holds. */
  const facts = (row: ConsentRow): string =>
    present([
      t(row.answer === 'not_asked' ? 'notAskedOn' : 'askedOn', { on: date(row.askedOn) }),
      row.givenBy === null || row.givenBy === 'self' ? null : t(`givenBy.${row.givenBy}`),
      row.answer !== 'given'
        ? null
        : row.expiresAt === null
          ? t('untilWithdrawn')
          : t('untilDay', { on: date(lastDayOf(row.expiresAt)) }),
    ])
  /** How it was asked and heard: what shows later that the answer was free and understood (GDPR, article 7(1)). */
  const proof = (row: ConsentRow): string =>
    present([
      row.language === null || row.language === LANGUAGE_NOT_NOTED
        ? null
        : t('inLanguage', { language: languageName(row.language, locale) }),
      row.interpreter === null ? null : t(`interpreter.${row.interpreter}`),
      row.proof.interpreterName === '' ? null : t('interpretedBy', { name: row.proof.interpreterName }),
      row.form === null ? null : t(`form.${row.form}`),
      row.form === 'spoken'
        ? t('heardBy', { name: row.proof.heardBy === '' ? row.by : row.proof.heardBy })
        : row.form === 'stated'
          ? t('witnessedBy', { name: row.proof.heardBy })
          : null,
      row.givenBy === 'self' ? t('givenBy.self') : null,
      row.childView === null ? null : t(`child.${row.childView}`),
    ])
  return {
    t,
    locale,
    date,
    recipient,
    title,
    current,
    scopes,
    facts,
    proof,
    list: (all: readonly string[]) => format.list(all),
  }
}
