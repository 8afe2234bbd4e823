-- AlterTable
ALTER TABLE "detention_event" ADD COLUMN     "carrier_cipher" BYTEA,
ADD COLUMN     "doctor_daily" TEXT,
ADD COLUMN     "force" TEXT,
ADD COLUMN     "heard_on" DATE,
ADD COLUMN     "injuries" TEXT,
ADD COLUMN     "isolation_regime" TEXT,
ADD COLUMN     "phase" TEXT,
ADD COLUMN     "told_to" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Which kind of event has which of them. A withdrawal says nothing by itself.
ALTER TABLE public.detention_event ADD CONSTRAINT detention_event_facts CHECK (
  told_to IS NOT NULL AND pg_catalog.array_position(told_to, NULL) IS NULL
  AND CASE WHEN withdrawn_because IS NOT NULL
           THEN num_nonnulls(phase, heard_on, force, injuries, isolation_regime, doctor_daily, carrier_cipher) = 0
            AND pg_catalog.cardinality(told_to) = 0
           ELSE (phase IS NULL OR (kind = 'ordered' AND ground IN ('art_51_5', 'art_51_5_1')
                                   AND phase IN ('determination', 'transfer')))
            AND (heard_on IS NULL OR kind IN ('petition_filed', 'petition_decided'))
            AND (carrier_cipher IS NULL OR kind IN ('removal_planned', 'removal_ended'))
            AND (num_nonnulls(force, injuries) = 0 OR kind = 'removal_ended')
            AND COALESCE(force IN ('yes', 'no', 'not_known'), true) AND COALESCE(injuries IN ('yes', 'no', 'not_known'), true)
            AND ((num_nonnulls(isolation_regime, doctor_daily) = 0 AND pg_catalog.cardinality(told_to) = 0) OR kind = 'isolation_began')
            AND COALESCE(isolation_regime IN ('isolation_cell', 'own_room', 'medical_room', 'special_regime', 'not_known'), true)
            AND COALESCE(doctor_daily IN ('yes', 'no', 'not_known'), true)
            AND told_to <@ ARRAY['lawyer', 'family', 'doctor', 'us', 'nobody']
      END);
