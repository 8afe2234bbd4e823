import type { ReactNode } from 'react'
import { Brand } from '@/components/layout/brand'
import { LanguageSwitch } from '@/components/layout/language-switch'
import { RegisterWorker } from '@/components/layout/register-worker'

/** The ground of everything before sign-in: the name, the language, and one thing to do. */
export const SignInFrame = ({ children }: { children: ReactNode }) => (
  <div className="flex min-h-dvh flex-col">
    <RegisterWorker />
    <header className="bg-rail px-5 py-4" data-print="no">
      <div className="mx-auto max-w-xl">
        <Brand />
      </div>
    </header>
    <main id="main" className="mx-auto w-full max-w-xl grow px-5 pt-8 pb-10">
      {children}
    </main>
    <footer className="mx-auto w-full max-w-xl px-5 pb-10" data-print="no">
      <LanguageSwitch />
    </footer>
  </div>
)
