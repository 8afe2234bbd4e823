import { useTranslations } from 'next-intl'
import { TabWords } from '@/components/layout/tab-labels'
import { Card } from '@/components/ui/card'
import { CodeForm } from './code-form'
import { LeaveButton } from './leave-button'

export const CodePage = ({ back, hasPasskey }: { back: string; hasPasskey: boolean }) => {
  const t = useTranslations('accounts.code')
  return (
    <>
      <TabWords words={t('title')} />
      <h1>{t('title')}</h1>
      <p className="mt-1 text-muted">{t('intro')}</p>
      <Card className="mt-5">
        <CodeForm back={back} hasPasskey={hasPasskey} />
      </Card>
      <LeaveButton>{t('leave')}</LeaveButton>
    </>
  )
}
