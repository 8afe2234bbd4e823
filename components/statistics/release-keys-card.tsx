import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Fold } from '@/components/ui/fold'
import { Section } from '@/components/ui/section'
import { formatTime } from '@/components/ui/time'
import type { ReleaseKey } from '@/lib/statistics/release-key.data'
import { toFingerprintWords } from '@/lib/statistics/signature'
import { replaceReleaseKey } from '@/lib/statistics/statistic.actions'

/** With which key archives are signed, and the program with which a recipient checks one. */
export const ReleaseKeysCard = ({ keys }: { keys: readonly ReleaseKey[] }) => {
  const t = useTranslations('statistics.register.keys')
  const locale = useLocale()
  const day = (at: Date): string => formatTime(locale, at, 'day')
  const current = keys.find(({ until }) => until === null)
  const former = keys.flatMap(({ until, ...key }) => (until === null ? [] : { ...key, until }))
  const about = (
    <>
      <p className="mt-2 max-w-prose">{t('lead')}</p>
      {current === undefined ? (
        <p className="mt-3">{t('none')}</p>
      ) : (
        <>
          <h3 className="mt-4">{t('current', { day: day(current.from) })}</h3>
          <p className="mt-1">
            <code className="wrap-anywhere" translate="no">
              {toFingerprintWords(current.fingerprint)}
            </code>
          </p>
          <p className="mt-2 text-sm text-muted">
            {t('public')}{' '}
            <code className="wrap-anywhere" translate="no">
              {current.publicKey}
            </code>
          </p>
        </>
      )}
      {former.length > 0 ? (
        <>
          <h3 className="mt-4">{t('former')}</h3>
          <ul className="mt-1 grid gap-2 text-sm">
            {former.map(({ id, fingerprint, from, until }) => (
              <li key={id}>
                {t('formerDays', { from: day(from), until: day(until) })}{' '}
                <code className="wrap-anywhere" translate="no">
                  {toFingerprintWords(fingerprint)}
                </code>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h3 className="mt-4">{t('program')}</h3>
      <p className="mt-1 max-w-prose">{t('run')}</p>
      <p className="mt-2">
        <code className="wrap-anywhere" translate="no">
          node verify-archive.mjs archive.zip --key "
          {current === undefined ? '…' : toFingerprintWords(current.fingerprint)}"
        </code>
      </p>
      <p className="mt-2 max-w-prose">{t('result')}</p>
      <p className="mt-3" data-print="no">
        <a href="/verify-archive.mjs" download>
          {t('download')}
        </a>
      </p>
      {current === undefined ? null : (
        <details className="mt-4" data-print="no">
          <summary>{t('replace')}</summary>
          <p className="mt-2 mb-3 max-w-prose">{t('replaceWhat')}</p>
          <ActionButton action={replaceReleaseKey} input={{ keyId: current.id }} size="normal">
            {t('replaceSubmit')}
          </ActionButton>
        </details>
      )}
    </>
  )
  // Nothing has left yet: no one has anything to check.
  return current === undefined ? (
    <Fold label={t('title')}>{about}</Fold>
  ) : (
    <Section title={t('title')}>{about}</Section>
  )
}
