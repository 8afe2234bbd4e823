'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TabWords } from '@/components/layout/tab-labels'
import { Button, buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { ConfirmForm } from './confirm-form'

/** Between a link and what it leads to: the person proves who they are, and goes on. A file comes, and the page stays. */
export const ConfirmPage = ({ to }: { to: string }) => {
  const t = useTranslations('confirm')
  const [isDone, setDone] = useState(false)
  const goOn = (): void => {
    setDone(true)
    location.assign(to)
  }
  return (
    <div className="max-w-xl">
      <TabWords words={t('title')} />
      <h1>{t('title')}</h1>
      <Card className="mt-5">
        {isDone ? (
          <Notice kind="success">
            <p>{t('done')}</p>
            <p className="mt-2">
              <a href={to} className={buttonClass('quiet')}>
                {t('goOn')}
              </a>
            </p>
          </Notice>
        ) : (
          <ConfirmForm onDone={goOn} />
        )}
      </Card>
      <p className="mt-5">
        <Button kind="plain" onClick={() => history.back()}>
          {t('back')}
        </Button>
      </p>
    </div>
  )
}
