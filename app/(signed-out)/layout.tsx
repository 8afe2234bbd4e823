import type { ReactNode } from 'react'
import { SignInFrame } from '@/components/accounts/sign-in-frame'

const SignInLayout = ({ children }: { children: ReactNode }) => <SignInFrame>{children}</SignInFrame>

export default SignInLayout
