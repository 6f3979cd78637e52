-- Check-ins stand on days that can be kept.
-- Never edited once landed. Undo goes on: what it kept has no such columns, and they may be empty.

-- The day that the rhythm wished for a check-in, where Kith placed it on another (src/check_ins/placing.rs).
ALTER TABLE check_ins ADD COLUMN wished_on TEXT;
-- How many open check-ins a day holds is counted here.
CREATE INDEX check_ins_by_day ON check_ins (coalesce(snoozed_on, due_on), source) WHERE state = 'open';

-- `rhythm_from`: the rhythm is counted from that day where the last talk is older. `latest_days`: so many days after
-- the last talk it is late; NULL for with the rhythm. `rhythm_kept_on`: when an offered rhythm was refused.
ALTER TABLE relationships ADD COLUMN rhythm_from TEXT;
ALTER TABLE relationships ADD COLUMN latest_days INTEGER CHECK (latest_days BETWEEN 1 AND 3650);
ALTER TABLE relationships ADD COLUMN rhythm_kept_on TEXT;
