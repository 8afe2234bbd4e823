import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { TabWords } from '@/components/layout/tab-labels'
import { Card } from '@/components/ui/card'
import { signOut } from '@/lib/accounts/session.actions'
import { CodeForm } from './code-form'

export const CodePage = ({ back }: { back: string }) => {
  const t = useTranslations('accounts.code')
  return (
    <>
      <TabWords words={t('title')} />
      <h1>{t('title')}</h1>
      <p className="mt-1 text-muted">{t('intro')}</p>
      <Card className="mt-5">
        <CodeForm back={back} />
      </Card>
      <p className="mt-5">
        <ActionButton action={signOut} input={{}} kind="plain" then="/sign-in">
          {t('leave')}
        </ActionButton>
      </p>
    </>
  )
}
