'use client'
import { useTranslations } from 'next-intl'
import { useErrorLabels } from '@/components/forms/use-error-labels'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Saves } from './use-saves'

/** Decisions that did not reach the server, or were refused, with what can be done about each. */
export const SaveTroubles = ({ saves, onGo }: { saves: Saves; onGo: (caseId: string) => void }) => {
  const t = useTranslations('reviews')
  const labels = useErrorLabels()
  if (saves.troubled.length === 0) return null
  return (
    <div className="mb-3">
      <Notice kind="error" title={t('trouble.title')}>
        <ul className="mt-1 grid gap-1.5">
          {saves.troubled.map(({ save, trouble }) => {
            const isUnknown =
              trouble.kind === 'lost' ||
              trouble.kind === 'broken' ||
              trouble.kind === 'signedOut' ||
              trouble.kind === 'reused'
            return (
              <li key={save.requestId} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span>
                  <span className="code font-semibold">{save.code}</span>{' '}
                  {trouble.kind === 'refused'
                    ? labels(trouble.code)
                    : trouble.kind === 'broken'
                      ? labels('failed')
                      : t(`trouble.${trouble.kind}`)}
                </span>
                {trouble.kind === 'signedOut' ? (
                  <a href="/sign-in" target="_blank" rel="noreferrer">
                    {t('trouble.signIn')}
                  </a>
                ) : null}
                {isUnknown ? (
                  <Button size="small" kind="quiet" onClick={() => saves.push(save)}>
                    {t('trouble.again')}
                  </Button>
                ) : (
                  <Button
                    size="small"
                    kind="quiet"
                    onClick={() => {
                      saves.drop(save.requestId)
                      onGo(save.caseId)
                    }}
                  >
                    {t('trouble.go')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      </Notice>
    </div>
  )
}
