-- Cases remember when a proof of identity failed; those of before have no such thing to remember.

update case_state set body = body || '{"failedProofs": []}'::jsonb;
