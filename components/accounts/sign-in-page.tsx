import { useTranslations } from 'next-intl'
import { ForgetFacts } from '@/components/layout/forget-facts'
import { TabWords } from '@/components/layout/tab-labels'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { DemoPeople, type DemoPerson } from './demo-people'
import { SignInForm } from './sign-in-form'

/** `people` is null outside demo mode. */
export const SignInPage = ({ back, people }: { back: string; people: readonly DemoPerson[] | null }) => {
  const t = useTranslations('accounts')
  return (
    <>
      <ForgetFacts />
      <TabWords words={t('signIn.title')} />
      <h1>{t('signIn.title')}</h1>
      <p className="mt-1 text-muted">{t('signIn.intro')}</p>
      {people === null ? null : (
        <>
          <div className="mt-5">
            <Notice>{t('demo.banner')}</Notice>
          </div>
          <DemoPeople people={people} back={back} />
          <h2 className="mt-8">{t('demo.own')}</h2>
        </>
      )}
      <Card className="mt-5">
        <SignInForm back={back} />
      </Card>
      <p className="mt-5 text-sm text-muted">{t('signIn.noAccount')}</p>
    </>
  )
}
