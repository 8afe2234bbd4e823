'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { Button, buttonClass } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { releaseStatistic } from '@/lib/statistics/statistic.actions'

/** First the register, then the file: what leaves the organisation has an entry with a name and a hash. */
export const ReleaseCard = ({
  period,
  table,
  children,
}: {
  period: string
  table: string
  /** What one gets, beneath the form. */
  children: ReactNode
}) => {
  const t = useTranslations('statistics.release')
  const [released, setReleased] = useState<string | null>(null)
  return (
    <Section title={t('title')}>
      <p className="mb-3 text-sm">{t('sentence')}</p>
      {released === null ? (
        <Form
          schema={() => import('@/lib/statistics/statistic.schema').then((room) => room.releaseSchema)}
          defaultValues={{ period, table, recipient: '', purpose: '' }}
          action={releaseStatistic}
          draftKey={`release:${period}:${table}`}
          onSaved={({ releaseId }, goOn) => {
            setReleased(releaseId)
            goOn()
          }}
        >
          <TextField name="recipient" label={t('recipient')} hint={t('recipientHint')} />
          <TextField name="purpose" label={t('purpose')} />
          {/* Not the button of the page: what was released cannot be called back. */}
          <FormFooter kind="quiet">{t('submit')}</FormFooter>
        </Form>
      ) : (
        <Done id={released} onAgain={() => setReleased(null)} />
      )}
      {children}
    </Section>
  )
}

const Done = ({ id, onAgain }: { id: string; onAgain: () => void }) => {
  const t = useTranslations('statistics.release')
  const first = useRef<HTMLParagraphElement>(null)
  const archive = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    first.current?.focus()
    // Anyone who released a table wants it: it comes at once, and the link stays for a second time.
    archive.current?.click()
  }, [])
  return (
    <div className="grid gap-3">
      <p ref={first} tabIndex={-1} role="status" className="break-words">
        {t('done', { id })}
      </p>
      <a ref={archive} className={buttonClass()} href={`/statistics/export?release=${id}&format=zip`}>
        {t('zip')}
      </a>
      <a className={buttonClass('quiet')} href={`/statistics/export?release=${id}&format=csv`}>
        {t('csv')}
      </a>
      <a className={buttonClass('quiet')} href={`/statistics/export?release=${id}&format=json`}>
        {t('json')}
      </a>
      <Button kind="plain" onClick={onAgain}>
        {t('again')}
      </Button>
    </div>
  )
}
