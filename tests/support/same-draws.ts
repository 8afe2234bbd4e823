import fc from 'fast-check'

/**
 * Properties draw the same examples in every run of `npm test`, so that red means a change and not a chance; with PROPERTY_SEED
 * they draw others. A property that names its own seed keeps it.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PROPERTY_SEED ?? 20_261_126) })
