import fc from 'fast-check'
import { SEED } from './sweep'

// A property that names its own seed keeps it.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED })
