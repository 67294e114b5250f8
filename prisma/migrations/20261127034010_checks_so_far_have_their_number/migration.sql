-- The words of checks that ran until now are not known; entries say the same of them.
UPDATE "step_checks" SET "check_text" = '#' || "index";
