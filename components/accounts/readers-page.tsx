import { useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import type { CapabilityLine } from '@/lib/accounts/capability.rules'
import { CAPABILITIES } from '@/lib/shared/capabilities'
import { CapabilityLines } from './capability-lines'

/**
 * Who reads exact figures of more than their own work, for everyone of the organisation; to admins also what waits for a second one.
 * @param readerId the admin who may answer here; null for everyone else
 */
export const ReadersPage = ({
  lines,
  readerId,
}: {
  lines: readonly CapabilityLine[]
  readerId: string | null
}) => {
  const t = useTranslations('capabilities')
  const waiting = lines.filter(({ state }) => state === 'asked')
  return (
    <>
      <PageTitle title={t('title')}>{t('intro')}</PageTitle>
      <div className="grid max-w-3xl gap-6">
        {waiting.length === 0 ? null : (
          <section aria-labelledby="waiting">
            <h2 id="waiting">{t('waiting')}</h2>
            <Card tight className="mt-3">
              <CapabilityLines lines={waiting} names readerId={readerId} />
            </Card>
          </section>
        )}
        {CAPABILITIES.codes.map((kind) => {
          const holders = lines.filter((line) => line.kind === kind && line.state === 'given')
          return (
            <section key={kind} aria-labelledby={kind}>
              <h2 id={kind}>{t(`kind.${kind}`)}</h2>
              <p className="mt-1 max-w-prose text-muted">{t(`about.${kind}`)}</p>
              <Card tight className="mt-3">
                {holders.length === 0 ? (
                  <p className="py-3 text-muted">{t('none')}</p>
                ) : (
                  <CapabilityLines lines={holders} names readerId={readerId} />
                )}
              </Card>
            </section>
          )
        })}
        {readerId === null ? null : <p className="max-w-prose text-muted">{t('how')}</p>}
      </div>
    </>
  )
}
