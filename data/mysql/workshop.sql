CREATE DATABASE IF NOT EXISTS workshop CHARACTER SET utf8mb4;
CREATE USER IF NOT EXISTS 'workshop'@'%' IDENTIFIED BY 'teach-pw';
GRANT ALL ON workshop.* TO 'workshop'@'%';
GRANT SELECT (Host, User) ON mysql.user TO 'workshop'@'%';
