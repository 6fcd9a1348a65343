-- Statements of account that were promised and not given yet.

update case_state set body = body || '{"statementDue": false}'::jsonb
  where not body ? 'statementDue';
